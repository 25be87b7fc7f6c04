import './parts/base.css';
import { mount } from 'svelte';
import Staff from './Staff.svelte';

const target = document.getElementById('staff');
if (!target) throw new Error('staff.html has no #staff');
mount(Staff, { target });
