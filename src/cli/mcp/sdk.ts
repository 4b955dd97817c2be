/**
 * What we use of the protocol's own library. The build makes a bundle of it (mcp.cjs), which is
 * read when the server starts; what is named one by one comes without the rest.
 */
export { McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
export { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
export { array, boolean, enum as oneOf, int, strictObject, string } from 'zod';
