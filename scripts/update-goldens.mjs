/** Writes tests/corpus/golden anew from what the present code reads. Look through the difference before keeping it. */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
	process.execPath,
	['node_modules/vitest/vitest.mjs', 'run', 'tests/corpus/facts.test.ts'],
	{
		stdio: 'inherit',
		env: { ...process.env, UPDATE_GOLDENS: '1' }
	}
);
process.exitCode = status ?? 1;
