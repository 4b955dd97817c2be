// A file system in memory, filled with what the page's host serves as /files.json.
const { EventEmitter, FileChangeType, FileSystemError, FileType, workspace } = require('vscode');

exports.activate = async ({ extensionUri, subscriptions }) => {
  const served = await fetch(extensionUri.with({ path: '/files.json' }).toString());
  const files = new Map(Object.entries(await served.json()));
  const changed = new EventEmitter();
  const below = (path) => `${path.replace(/\/$/, '')}/`;
  const isFolder = (path) => [...files.keys()].some((file) => file.startsWith(below(path)));
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose() {} }),
    stat: (uri) => {
      const text = files.get(uri.path);
      if (text !== undefined) return { type: FileType.File, ctime: 0, mtime: 0, size: text.length };
      if (isFolder(uri.path)) return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      throw FileSystemError.FileNotFound(uri);
    },
    readDirectory: ({ path }) => {
      const entries = new Map();
      for (const file of files.keys()) {
        if (!file.startsWith(below(path))) continue;
        const [name, ...rest] = file.slice(below(path).length).split('/');
        entries.set(name, rest.length > 0 ? FileType.Directory : FileType.File);
      }
      return [...entries];
    },
    readFile: (uri) => {
      const text = files.get(uri.path);
      if (text === undefined) throw FileSystemError.FileNotFound(uri);
      return new TextEncoder().encode(text);
    },
    writeFile: (uri, content) => {
      const type = files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
      files.set(uri.path, new TextDecoder().decode(content));
      changed.fire([{ type, uri }]);
    },
    createDirectory: () => undefined,
    delete: (uri) => {
      files.delete(uri.path);
      changed.fire([{ type: FileChangeType.Deleted, uri }]);
    },
    rename: (uri) => {
      throw FileSystemError.NoPermissions(uri);
    },
  };
  subscriptions.push(workspace.registerFileSystemProvider('mem', provider));
};
