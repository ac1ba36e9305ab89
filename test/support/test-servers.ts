/** The Postgres and Redis of this run, as every test process is told about them. */
export interface TestServers {
  /** The database `postgres`, from which others are made. */
  readonly postgres: string
  readonly redis: string
  readonly folder: string
  readonly secrets: { readonly jwt: string; readonly cookie: string; readonly commerce: string }
}

declare module 'vitest' {
  export interface ProvidedContext {
    servers: TestServers
  }
}
