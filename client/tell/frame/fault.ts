/** Something on a page that has to be put right before going on. */
export interface Fault {
  /** The id of the field to go to. */
  field: string;
  message: string;
}
