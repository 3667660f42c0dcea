/** Material's own search worker as text; the name is resolved when the theme is assembled. */
declare module "search-worker" {
  const code: string
  export default code
}
