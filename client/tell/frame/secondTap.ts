/** As long as the second of two taps may take, in milliseconds. */
export const secondTap = 600;
