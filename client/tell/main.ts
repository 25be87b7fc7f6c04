import '../parts/tokens-tell.css';
import './tell.css';
import './signifiers/surface.css';
import { mount } from 'svelte';
import Tell from './Tell.svelte';

const target = document.getElementById('app') ?? document.body;
if (location.pathname === '/preview') import('./preview/Preview.svelte').then(({ default: Preview }) => mount(Preview, { target }));
else mount(Tell, { target });
