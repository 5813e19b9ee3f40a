/** Sets of numbers from 0 on that only ever grow together; finding and joining take nearly constant time. */
export class DisjointSets {
	readonly #parent: number[] = [];
	readonly #size: number[] = [];

	/** A new set of one: its number. */
	add(): number {
		this.#size.push(1);
		return this.#parent.push(this.#parent.length) - 1;
	}

	/** The number that stands for the whole set. */
	find(member: number): number {
		let at = member;
		for (;;) {
			const above = this.#parent[at] as number;
			if (above === at) return at;
			// Every second step is skipped from now on.
			const next = this.#parent[above] as number;
			this.#parent[at] = next;
			at = next;
		}
	}

	sizeOf(member: number): number {
		return this.#size[this.find(member)] as number;
	}

	/** False when both were in one set already. */
	join(a: number, b: number): boolean {
		let [larger, smaller] = [this.find(a), this.find(b)];
		if (larger === smaller) return false;
		if ((this.#size[larger] as number) < (this.#size[smaller] as number)) [larger, smaller] = [smaller, larger];
		this.#parent[smaller] = larger;
		this.#size[larger] = (this.#size[larger] as number) + (this.#size[smaller] as number);
		return true;
	}
}
