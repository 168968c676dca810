/** Files that the build shortens; see `vite.config.ts`. */
declare module '*.json?brief' {
  const records: unknown;
  export default records;
}
