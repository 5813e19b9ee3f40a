/** Where a Chromium or Chrome is on this machine. Node's own modules only: setup runs before anything is installed. */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env, platform } from 'node:process';

const NAMES_ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Path of the first browser found, or null. `CHROME_PATH` wins over all others. */
export function findBrowser() {
	return candidates().find(isExecutable) ?? null;
}

function candidates() {
	return [env.CHROME_PATH, ...onPath(), ...downloadedByPlaywright(), ...usualPlaces()].filter(Boolean);
}

function onPath() {
	const suffix = platform === 'win32' ? '.exe' : '';
	const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
	return NAMES_ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

/** Newest revision first. */
function downloadedByPlaywright() {
	const cache = {
		linux: join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright'),
		darwin: join(homedir(), 'Library/Caches/ms-playwright'),
		win32: join(env.LOCALAPPDATA ?? homedir(), 'ms-playwright')
	}[platform];
	const folder = env.PLAYWRIGHT_BROWSERS_PATH || cache;
	if (!folder || !existsSync(folder)) return [];
	const executables = [
		'chrome-linux64/chrome',
		'chrome-linux/chrome',
		'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
		'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
		'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
		'chrome-win64/chrome.exe',
		'chrome-win/chrome.exe'
	];
	const revision = (name) => Number(name.slice('chromium-'.length));
	return readdirSync(folder)
		.filter((name) => /^chromium-\d+$/.test(name))
		.sort((one, other) => revision(other) - revision(one))
		.flatMap((name) => executables.map((executable) => join(folder, name, executable)));
}

function usualPlaces() {
	if (platform === 'darwin') {
		const applications = ['/Applications', join(homedir(), 'Applications')];
		return applications.flatMap((folder) => [
			join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
			join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
			join(folder, 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge')
		]);
	}
	if (platform === 'win32') {
		const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
		return folders.flatMap((folder) => [
			join(folder, 'Google/Chrome/Application/chrome.exe'),
			join(folder, 'Chromium/Application/chrome.exe'),
			join(folder, 'Microsoft/Edge/Application/msedge.exe')
		]);
	}
	return ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'];
}

function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
