/** A file that cannot be read as what it should be; its message is a sentence for who sent it. */
export class Unreadable extends Error {}
