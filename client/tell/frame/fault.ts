/** Something on a page that has to be put right before going on. */
export interface Fault {
  /** The id of the field to go to. */
  field: string;
  /** What the field is called, where the message alone does not say which one it is about. */
  name?: string;
  /** Asked anew whenever it is shown, since the language may have been switched. */
  message: () => string;
}
