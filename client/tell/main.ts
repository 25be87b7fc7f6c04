import './look.ts';
import { mount } from 'svelte';
import Tell from './Tell.svelte';

mount(Tell, { target: document.getElementById('app') ?? document.body });
