import { expose } from 'comlink';
import { Engine } from './engine';

// Held until this worker ends; the page waits for it (`bridge.ts`).
void navigator.locks.request(self.name, () => new Promise(() => undefined));
expose(new Engine());
