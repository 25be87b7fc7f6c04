import '../parts/tokens-tell.css';
import './tell.css';
import './signifiers/surface.css';
import { mount } from 'svelte';
import Tell from './Tell.svelte';

mount(Tell, { target: document.getElementById('app') ?? document.body });
