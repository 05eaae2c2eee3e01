/** Files that webpack hands over as text. */
declare module "*.xml" {
  const text: string;
  export default text;
}
