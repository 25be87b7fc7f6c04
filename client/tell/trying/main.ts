import '../look.ts';
import { mount } from 'svelte';
import Try from './Try.svelte';

mount(Try, { target: document.getElementById('app') ?? document.body });
