import { createContext } from 'svelte';

/** Has who is signed out sign in again over the page that they are on, which stays as it is; `then` goes on with what was refused. */
type SignIn = (then: () => void) => void;

export const [signingIn, setSigningIn] = createContext<SignIn>();
