import '../look.ts';
import { mount } from 'svelte';
import Preview from './Preview.svelte';

mount(Preview, { target: document.getElementById('app') ?? document.body });
