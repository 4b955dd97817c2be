/** The `contracts` section of `archivolt.json`, and what holds where it says nothing. */

export type OpenApiVersion = '3.1.0' | '3.0.3' | '3.2.0';
export type AsyncApiVersion = '3.0.0' | '3.1.0';
export type ContractFormat = 'yaml' | 'json';

/** How names of fields and parameters look on the wire. `preserve` writes them as declared. */
export type Casing = 'camelCase' | 'snake_case' | 'kebab-case' | 'PascalCase' | 'preserve';

/** How a page of `paged T` is asked for. */
export type Pagination = 'cursor' | 'offset' | 'page';

/**
 * How a client names the version that it speaks. `path`: the paths are taken as declared, with
 * their version; the others add a parameter or change the media type.
 */
export type Versioning = 'path' | 'header' | 'query' | 'media-type';

/** Public API guidelines contradict each other; this is where a house says what it follows. */
export interface ContractStyle {
  readonly casing: Casing;
  readonly pagination: Pagination;
  readonly versioning: Versioning;
  /** Media type of requests and successful responses. */
  readonly mediaType: string;
  /** `number` is shorter, but loses digits in JavaScript and wherever decimals become floats. */
  readonly decimal: 'string' | 'number';
  /** `number` loses digits above 2^53 in JavaScript. Bounded fields are numbers in any case. */
  readonly int64: 'string' | 'number';
}

export interface ContractServer {
  readonly url: string;
  readonly description?: string;
}

export interface ContractsConfig {
  /** Folder of the documents, relative to the model root. */
  readonly outDir: string;
  readonly openapi: OpenApiVersion;
  readonly asyncapi: AsyncApiVersion;
  readonly format: ContractFormat;
  readonly style: ContractStyle;
  /** SPDX identifier. */
  readonly license: string;
  /** Base URLs of the REST APIs; without them a placeholder below `.example` is written. */
  readonly servers: readonly ContractServer[];
}

/** The section as written: everything may be left out. */
export type ContractsConfigInput = Partial<Omit<ContractsConfig, 'style'>> & {
  readonly style?: Partial<ContractStyle>;
};

export const openApiVersions: readonly OpenApiVersion[] = ['3.1.0', '3.0.3', '3.2.0'];
export const asyncApiVersions: readonly AsyncApiVersion[] = ['3.0.0', '3.1.0'];

export const defaultContractsConfig: ContractsConfig = {
  outDir: 'contracts',
  openapi: '3.1.0',
  asyncapi: '3.0.0',
  format: 'yaml',
  style: {
    casing: 'camelCase',
    pagination: 'cursor',
    versioning: 'path',
    mediaType: 'application/json',
    decimal: 'string',
    int64: 'string',
  },
  license: 'Apache-2.0',
  servers: [],
};

/** The configuration with its gaps filled. Values are taken as they are: the reader checks them. */
export function contractsConfig(input: ContractsConfigInput = {}): ContractsConfig {
  return {
    ...defaultContractsConfig,
    ...input,
    style: { ...defaultContractsConfig.style, ...input.style },
  };
}
