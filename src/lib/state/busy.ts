/** Counts the work under way and mirrors it in `<html data-busy>`, at once: what drives the page waits for it. */
export class Busy {
	#held = 0;
	/** Of those held: work that only reads. */
	#reading = 0;
	#abandoned = false;

	/** Marks work as under way until the function returned is called; further calls of it do nothing. */
	hold(): () => void {
		let released = false;
		this.#change(1);
		return () => {
			if (released) return;
			released = true;
			this.#change(-1);
		};
	}

	/** As `hold`, for work that changes nothing of the case. */
	holdReading(): () => void {
		const release = this.hold();
		let released = false;
		this.#reading++;
		return () => {
			if (released) return;
			released = true;
			this.#reading--;
			release();
		};
	}

	/** This page is changing something. */
	get underWay(): boolean {
		return this.#held > this.#reading;
	}

	async during<Result>(work: () => Promise<Result>): Promise<Result> {
		const release = this.hold();
		try {
			return await work();
		} finally {
			release();
		}
	}

	/** The worker is gone: nothing is under way any more, whatever is still waited for. */
	abandon(): void {
		this.#abandoned = true;
		this.#change(0);
	}

	#change(by: 1 | 0 | -1): void {
		this.#held += by;
		document.documentElement.dataset.busy = String(this.#held > 0 && !this.#abandoned);
	}
}
