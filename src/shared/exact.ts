/**
 * An exact number: a fraction of two integers. The mean of three scores has no finite decimal, and scores are rounded only once, at the total, so
 * that nothing before it may lose a digit. Never a float.
 */
export class Exact {
  private constructor(
    private readonly numerator: bigint,
    private readonly denominator: bigint,
  ) {}

  static readonly ZERO = new Exact(0n, 1n);

  private static reduced(numerator: bigint, denominator: bigint): Exact {
    const sign = denominator < 0n ? -1n : 1n;
    const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, sign * denominator);
    return new Exact((sign * numerator) / divisor, (sign * denominator) / divisor);
  }

  static of(integer: number | bigint): Exact {
    return new Exact(BigInt(integer), 1n);
  }

  /** Reads what `toString` writes, a decimal with a point or a fraction: `8.5`, `-3`, `17/3`. @throws RangeError on anything else. */
  static read(text: string): Exact {
    const known = Exact.known.get(text);
    if (known !== undefined) return known;
    const read = Exact.parse(text);
    if (text.length <= SHORT && Exact.known.size < KNOWN) Exact.known.set(text, read);
    return read;
  }

  /** Points of a round are few different short texts, read millions of times. */
  private static readonly known = new Map<string, Exact>();

  private static parse(text: string): Exact {
    const fraction = /^(-?\d{1,60})\/([1-9]\d{0,59})$/.exec(text);
    if (fraction) return Exact.reduced(BigInt(fraction[1]!), BigInt(fraction[2]!));
    const decimal = /^(-?)(\d{1,60})(?:\.(\d{1,60}))?$/.exec(text);
    if (!decimal) throw new RangeError(`“${text}” is no exact number.`);
    const [, sign, whole, part = ''] = decimal;
    return Exact.reduced(BigInt(`${sign}${whole}${part}`), 10n ** BigInt(part.length));
  }

  static sum(values: readonly Exact[]): Exact {
    let [numerator, denominator] = [0n, 1n];
    for (const value of values) {
      if (value.denominator === denominator) numerator += value.numerator;
      else {
        numerator = numerator * value.denominator + value.numerator * denominator;
        denominator *= value.denominator;
        const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
      }
    }
    return Exact.reduced(numerator, denominator);
  }

  static least(first: Exact, ...others: readonly Exact[]): Exact {
    return others.reduce((least, value) => (value.compare(least) < 0 ? value : least), first);
  }

  static greatest(first: Exact, ...others: readonly Exact[]): Exact {
    return others.reduce((greatest, value) => (value.compare(greatest) > 0 ? value : greatest), first);
  }

  plus(other: Exact): Exact {
    return Exact.reduced(this.numerator * other.denominator + other.numerator * this.denominator, this.denominator * other.denominator);
  }

  minus(other: Exact): Exact {
    return this.plus(new Exact(-other.numerator, other.denominator));
  }

  times(other: Exact): Exact {
    return Exact.reduced(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** @throws RangeError when `other` is zero. */
  over(other: Exact): Exact {
    return Exact.reduced(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  compare(other: Exact): -1 | 0 | 1 {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0;
  }

  get isZero(): boolean {
    return this.numerator === 0n;
  }

  /** The greatest integer that is not above it. */
  floor(): bigint {
    const whole = this.numerator / this.denominator;
    return this.numerator < 0n && whole * this.denominator !== this.numerator ? whole - 1n : whole;
  }

  /** Rounded to this number of decimals; a half goes up: 84.995 with two decimals is 85.00. */
  round(places: number): Exact {
    const scale = Exact.of(10n ** BigInt(places));
    return Exact.of(this.times(scale).plus(HALF).floor()).over(scale);
  }

  /** The decimal without needless zeros, `8.5`; where there is no finite decimal, the fraction: `17/3`. */
  toString(): string {
    const places = finitePlaces(this.denominator);
    if (places === undefined) return `${this.numerator}/${this.denominator}`;
    const digits = ((this.numerator < 0n ? -this.numerator : this.numerator) * 10n ** BigInt(places)) / this.denominator;
    const padded = String(digits).padStart(places + 1, '0');
    const sign = this.numerator < 0n ? '-' : '';
    return places === 0 ? `${sign}${padded}` : `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
  }

  /** In JSON it is its text. */
  toJSON(): string {
    return this.toString();
  }
}

const SHORT = 8;
const KNOWN = 10_000;
const HALF = Exact.read('1/2');

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new RangeError('Nothing is divided by zero.');
  let [left, right] = [a, b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}

/** How many decimals write a fraction of this denominator exactly; `undefined`: no number of them does. */
function finitePlaces(denominator: bigint): number | undefined {
  let rest = denominator;
  let [twos, fives] = [0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}
