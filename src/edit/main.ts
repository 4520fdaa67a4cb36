import '#lib/styles/tokens.css';
import '#lib/styles/base.css';
import { mount } from 'svelte';
import App from './App.svelte';

mount(App, { target: document.getElementById('bewerken')! });
