import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../sim/arithmetic.ts';
import {
  bits,
  countFrom,
  drawKey,
  exponential,
  gumbel,
  laplace,
  normal,
  pairBits,
  pairNormal,
  pairUniform,
  permuted,
  permuted32,
  type SeedKey,
  STREAMS,
  type Stream,
  uniform,
} from '../../sim/random.ts';

type Draw = (id: number) => number;

const SEED: SeedKey = [0x6d2b79f5, 0x1b56c4e9];
const { k0, k1 } = drawKey(SEED, STREAMS.shock, 7);
const N = 1 << 17;

const column = (draw: Draw, n = N) => Float64Array.from({ length: n }, (_, id) => draw(id));

const moments = (xs: Float64Array) => {
  const mean = xs.reduce((sum, x) => sum + x, 0) / xs.length;
  const central = (k: number) => xs.reduce((sum, x) => sum + (x - mean) ** k, 0) / xs.length;
  const variance = central(2);
  return { mean, variance, skewness: central(3) / variance ** 1.5, kurtosis: central(4) / variance ** 2 };
};

/** Chi-square of uniforms over `cells`, as a normal deviate. */
const unevenness = (us: Float64Array, cells: number) => {
  const seen = new Float64Array(cells);
  for (const u of us) seen[Math.floor(u * cells)]!++;
  const due = us.length / cells;
  const x = seen.reduce((sum, s) => sum + (s - due) ** 2 / due, 0);
  return (x - (cells - 1)) / Math.sqrt(2 * (cells - 1));
};

/** Correlation of two lists of uniforms, as a normal deviate. */
const dependence = (a: Draw, b: Draw, n = N) => {
  let sum = 0;
  for (let id = 0; id < n; id++) sum += (a(id) - 0.5) * (b(id) - 0.5);
  return (sum * 12) / Math.sqrt(n);
};

const shockIn = (month: number, seed = SEED): Draw => {
  const key = drawKey(seed, STREAMS.shock, month);
  return (id) => uniform(key.k0, key.k1, id);
};
const drawOf = (stream: Stream): Draw => {
  const key = drawKey(SEED, stream, 7);
  return (id) => uniform(key.k0, key.k1, id);
};
const signalOf =
  (lender: number): Draw =>
  (id) =>
    pairUniform(k0, k1, id, lender);

/** A tempting shortcut: the keys enter, but one multiplication does not stir them. */
const weakUniform = (key: { k0: number; k1: number }, id: number) =>
  (((Math.imul(id ^ key.k0, 0x9e3779b1) ^ key.k1) >>> 0) + 0.5) / 2 ** 32;

/** The odd number that undoes multiplication by an odd number modulo 2^32 (Newton). */
const reciprocal = (odd: number) => {
  let x = odd;
  for (let i = 0; i < 5; i++) x = Math.imul(x, 2 - Math.imul(odd, x));
  return x;
};
const unshift = (h: number, s: number) => {
  let x = h;
  for (let done = s; done < 32; done += s) x = h ^ (x >>> s);
  return x;
};

/** The id that draws `h`: every step of `bits` undone. */
const drawerOf = (h: number, key = { k0, k1 }) => {
  let x = unshift(h, 16);
  x = unshift(Math.imul(x, reciprocal(0x7feb352d)), 14);
  x = unshift(Math.imul(x, reciprocal(0x31848bab)), 15);
  x = unshift(Math.imul(x ^ key.k1, reciprocal(0xac4c1b51)), 11);
  x = unshift(Math.imul(x, reciprocal(0xed5ad4bb)), 17);
  return x ^ key.k0;
};

describe('a draw belongs to its key', () => {
  test('draws do not depend on order, nor on what else is drawn, nor on how many agents there are', () => {
    const few = column((id) => normal(k0, k1, id), 1000);
    const many = column((id) => normal(k0, k1, id), 3000);
    const backward = Float64Array.from({ length: 1000 }, (_, i) => {
      gumbel(k0, k1, i, 3);
      uniform(k1, k0, i);
      return normal(k0, k1, 999 - i);
    }).reverse();
    expect(many.slice(0, 1000)).toEqual(few);
    expect(backward).toEqual(few);
  });

  test('the key is a function of the seed, the stream and the month, and of each of them', () => {
    expect(drawKey(SEED, STREAMS.shock, 7)).toEqual({ k0, k1 });
    const seen = new Set<string>();
    for (let seed = 0; seed < 12; seed++) {
      for (const stream of Object.values(STREAMS)) {
        for (let month = -1; month < 60; month++) {
          const key = drawKey([seed, seed >> 1], stream, month);
          seen.add(`${key.k0} ${key.k1}`);
        }
      }
    }
    expect(seen.size).toBe(12 * Object.keys(STREAMS).length * 61);
  });

  test('a seed word counts modulo 2^32', () => {
    expect(drawKey([-1, 5], STREAMS.need, 3)).toEqual(drawKey([2 ** 32 - 1, 5], STREAMS.need, 3));
  });

  test('half of the key changes when any one bit of the seed, or the month, or the stream does', () => {
    const weight = (x: number) => (x >>> 0).toString(2).replaceAll('0', '').length;
    const distances: number[] = [];
    for (let bit = 0; bit < 64; bit++) {
      const near: SeedKey =
        bit < 32 ? [SEED[0] ^ (1 << bit), SEED[1]] : [SEED[0], SEED[1] ^ (1 << (bit - 32))];
      const key = drawKey(near, STREAMS.shock, 7);
      distances.push(weight(key.k0 ^ k0) + weight(key.k1 ^ k1));
    }
    for (let month = 8; month < 68; month++) {
      const key = drawKey(SEED, STREAMS.shock, month);
      distances.push(weight(key.k0 ^ k0) + weight(key.k1 ^ k1));
    }
    expect(Math.min(...distances)).toBeGreaterThan(14);
    expect(Math.max(...distances)).toBeLessThan(50);
    expect(moments(Float64Array.from(distances)).mean).toBeCloseTo(32, 0);
  });

  test('no stream has lost its number, and no two share one', () => {
    const frozen = `quality 10 initialSize 11 initialCash 12 initialDebt 13 dataOnFile 14 dataConsent 15
      dataPartial 16 initialAge 17 collateral 18 exposure 19 shock 20 growth 21 receipt 22 factor 30 sectorFactor 31 prefectureFactor 32 need 40
      investment 41 belief 50 search 51 searchWithinClass 52 signal 60 guarantorSignal 61 priority 70
      guarantorPriority 71 bridge 80 recovery 81 recoveryDelay 82 renewal 90 restructure 91 entryCount 100
      entrantTraits 101 residualExit 110 voluntaryExit 111 floodExposure 130 damage 131 insurance 140
      subsidyTakeUp 150 approvalDays 151 peer 152 contact 153 firstLender 154 subLoan 155 initialLender 156
      firstLoanList 157`.split(/\s+/);
    for (let i = 0; i < frozen.length; i += 2)
      expect(STREAMS).toHaveProperty(frozen[i]!, Number(frozen[i + 1]));
    expect(new Set(Object.values(STREAMS)).size).toBe(Object.keys(STREAMS).length);
    expect(Object.isFrozen(STREAMS)).toBe(true);
  });
});

describe('no two agents meet the same luck in the same stream', () => {
  test('the bits of a fixed key are a bijection: every id can be recovered from its draw', () => {
    expect(column((id) => drawerOf(bits(k0, k1, id))).findIndex((found, id) => found !== id)).toBe(-1);
    for (const h of [0, 1, 0x7fffffff, 0x80000000, 0xffffffff]) expect(bits(k0, k1, drawerOf(h))).toBe(h);
  });

  test('the bits of a fixed key and partner do not repeat among agents', () => {
    expect(new Set(column((id) => pairBits(k0, k1, id, 5))).size).toBe(N);
  });

  test('permuted visits every 24-bit integer once', () => {
    const shuffle = permuted;
    const visited = new Uint8Array(1 << 24);
    for (let id = 0; id < visited.length; id++) visited[shuffle(k0, k1, id)] = 1;
    expect(visited.indexOf(0)).toBe(-1);
  });

  test('permuted32 orders ids by their bits', () => {
    for (let id = 0; id < 1000; id++) expect(permuted32(k0, k1, id)).toBe(bits(k0, k1, id));
  });

  test('who comes first in a month says nothing of who comes first in the next', () => {
    const rankIn = (month: number): Draw => {
      const key = drawKey(SEED, STREAMS.priority, month);
      return (id) => (permuted(key.k0, key.k1, id) + 0.5) / 2 ** 24;
    };
    for (let month = 1; month < 30; month++) {
      expect(Math.abs(dependence(rankIn(0), rankIn(month)))).toBeLessThan(4);
      expect(Math.abs(dependence(rankIn(month), (id) => rankIn(month)(id + 1), 20_000))).toBeLessThan(4);
    }
    expect(Math.abs(unevenness(column(rankIn(0)), 1000))).toBeLessThan(4);
  });
});

describe('uniform draws', () => {
  test('every thousandth of the unit interval is visited equally often, by agents and by pairs', () => {
    expect(Math.abs(unevenness(column(shockIn(7), 4 * N), 1000))).toBeLessThan(4);
    expect(Math.abs(unevenness(column(signalOf(3), 4 * N), 1000))).toBeLessThan(4);
    expect(
      Math.abs(
        unevenness(
          Float64Array.from({ length: N }, (_, month) => shockIn(month)(0)),
          1000,
        ),
      ),
    ).toBeLessThan(4);
    const lopsided = column((id) => shockIn(7)(id) ** 1.1, 4 * N);
    expect(unevenness(lopsided, 1000), 'a tilted list must fail').toBeGreaterThan(4);
  });

  test('the ends are never drawn: the least and the greatest uniform are half a step inside', () => {
    expect(uniform(k0, k1, drawerOf(0))).toBe(2 ** -33);
    expect(uniform(k0, k1, drawerOf(-1))).toBe(1 - 2 ** -33);
  });

  test('neighbouring agents, months, streams, seeds and partners are unrelated', () => {
    const base = shockIn(7);
    const z: number[] = [];
    for (let lag = 1; lag < 40; lag++) {
      z.push(dependence(base, (id) => base(id + lag)));
      z.push(dependence(base, shockIn(7 + lag)));
      z.push(dependence(base, shockIn(7, [SEED[0] + lag, SEED[1]])));
      z.push(dependence(signalOf(0), signalOf(lag)));
      z.push(
        dependence(
          (id) => pairUniform(k0, k1, id, id + lag),
          (id) => pairUniform(k0, k1, id + lag, id),
        ),
      );
    }
    for (const stream of Object.values(STREAMS))
      if (stream !== STREAMS.shock) z.push(dependence(base, drawOf(stream)));
    expect(Math.max(...z.map(Math.abs))).toBeLessThan(4.5);
    const rms = Math.sqrt(z.reduce((sum, x) => sum + x * x, 0) / z.length);
    expect(rms).toBeGreaterThan(0.85);
    expect(rms).toBeLessThan(1.15);
  });

  test('a hash with one multiplication would fail the same test', () => {
    const weak = (month: number): Draw => {
      const key = drawKey(SEED, STREAMS.shock, month);
      return (id) => weakUniform(key, id);
    };
    const months = Array.from({ length: 39 }, (_, lag) => Math.abs(dependence(weak(7), weak(8 + lag))));
    const agents = Array.from({ length: 39 }, (_, lag) =>
      Math.abs(dependence(weak(7), (id) => weak(7)(id + lag + 1), 20_000)),
    );
    expect(Math.max(...months)).toBeGreaterThan(4.5);
    expect(Math.max(...agents)).toBeGreaterThan(4.5);
  });

  test('two partners who give one agent the same luck do not give others the same, shifted', () => {
    const partners = 1 << 15;
    const draws = Float64Array.from({ length: partners * 64 }, (_, i) => {
      const partner = i % partners;
      return pairBits(k0, k1, (i - partner) / partners, partner) * partners + partner;
    }).sort();
    const meetings = new Map<number, number>();
    for (let i = 1; i < draws.length; i++) {
      if (Math.floor(draws[i]! / partners) !== Math.floor(draws[i - 1]! / partners)) continue;
      const couple = (draws[i - 1]! % partners) * partners + (draws[i]! % partners);
      meetings.set(couple, (meetings.get(couple) ?? 0) + 1);
    }
    expect(Math.abs(meetings.size - 512)).toBeLessThan(100); // n^2 / 2^33 of n independent draws
    expect(Math.max(...meetings.values())).toBe(1);
  });
});

describe('shaped draws', () => {
  test.each([
    ['normal', column((id) => normal(k0, k1, id), 4 * N), 0, 1, 0, 3],
    ['normal, of pairs', column((id) => pairNormal(k0, k1, id, 2), 4 * N), 0, 1, 0, 3],
    ['Laplace', column((id) => laplace(k0, k1, id), 4 * N), 0, 1, 0, 6],
    ['exponential', column((id) => exponential(k0, k1, id), 4 * N), 1, 1, 2, 9],
    [
      'Gumbel',
      column((id) => gumbel(k0, k1, id, 2), 4 * N),
      0.5772156649,
      Math.PI ** 2 / 6,
      1.1395470994,
      5.4,
    ],
  ])('%s draws have the moments of their law', (_, xs, mean, variance, skewness, kurtosis) => {
    const found = moments(xs);
    expect(Math.abs(found.mean - mean)).toBeLessThan(0.005);
    expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.01);
    expect(Math.abs(found.skewness - skewness)).toBeLessThan(0.06);
    expect(Math.abs(found.kurtosis / kurtosis - 1)).toBeLessThan(0.04);
  });

  test('a normal draw is the quantile of its uniform to 4e-6, out to the last octave', () => {
    let worst = 0;
    const compare = (id: number) => {
      worst = Math.max(worst, Math.abs(normal(k0, k1, id) - normalQuantile(uniform(k0, k1, id))));
    };
    for (let id = 0; id < 300_000; id++) compare(id);
    for (let octave = 0; octave < 31; octave++) {
      for (let i = 0; i < 1000; i++) compare(drawerOf(Math.floor(2 ** octave * (1 + i / 1000))));
    }
    expect(worst).toBeLessThan(4e-6);
    expect(normal(k0, k1, drawerOf(0))).toBeCloseTo(normalQuantile(2 ** -33), 12);
  });

  test('exponential draws rise with their uniform, and normal and Laplace draws are also odd about one half', () => {
    const words = Float64Array.from({ length: 40_000 }, (_, i) => i * 107_373);
    const waits = words.map((h) => exponential(k0, k1, drawerOf(h)));
    expect(waits.every((x, i) => x > 0 && (i === 0 || x > waits[i - 1]!))).toBe(true);
    for (const draw of [normal, laplace]) {
      const drawn = words.map((h) => draw(k0, k1, drawerOf(h)));
      expect(drawn.every((x, i) => i === 0 || x > drawn[i - 1]!)).toBe(true);
      expect(words.every((h, i) => draw(k0, k1, drawerOf(~h)) === -drawn[i]!)).toBe(true);
    }
  });

  test('squares of normal draws are unrelated between neighbouring agents and months', () => {
    const next = drawKey(SEED, STREAMS.shock, 8);
    const square = (x: number) => (x * x - 1) / Math.SQRT2;
    for (const other of [
      (id: number) => normal(k0, k1, id + 1),
      (id: number) => normal(next.k0, next.k1, id),
    ]) {
      let sum = 0;
      for (let id = 0; id < N; id++) sum += square(normal(k0, k1, id)) * square(other(id));
      expect(Math.abs(sum / Math.sqrt(N))).toBeLessThan(4);
    }
  });

  test('choosing by utility plus Gumbel draw gives the shares of the logit', () => {
    const utility = [0, 0.5, 1, -1];
    const chosen = [0, 0, 0, 0];
    for (let id = 0; id < N; id++) {
      const scores = utility.map((u, lender) => u + gumbel(k0, k1, id, lender));
      chosen[scores.indexOf(Math.max(...scores))]!++;
    }
    const total = utility.reduce((sum, u) => sum + Math.exp(u), 0);
    for (const [i, u] of utility.entries())
      expect(Math.abs(chosen[i]! / N - Math.exp(u) / total)).toBeLessThan(0.004);
  });
});

describe('counts', () => {
  /** P(count <= n) by the recurrence from the mode outward, normalised: another method than the one under test. */
  const poissonCdf = (mean: number) => {
    const mode = Math.floor(mean);
    const top = Math.ceil(mean + 12 * Math.sqrt(mean) + 30);
    const p = new Float64Array(top + 1);
    p[mode] = 1;
    for (let n = mode + 1; n <= top; n++) p[n] = (p[n - 1]! * mean) / n;
    for (let n = mode; n > 0; n--) p[n - 1] = (p[n]! * n) / mean;
    const total = p.reduce((a, b) => a + b, 0);
    let below = 0;
    return p.map((each) => {
      below += each / total;
      return below;
    });
  };

  test.each([0.01, 0.7, 4, 29.9, 30.1, 120, 3000])(
    'counts of mean %d have that mean and variance',
    (mean) => {
      const draws = column((id) => countFrom(uniform(k0, k1, id), mean));
      const found = moments(draws);
      expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(mean / N));
      expect(Math.abs(found.variance / mean - 1)).toBeLessThan(4 * Math.sqrt((2 + 1 / mean) / N));
      expect(draws.every((n) => Number.isInteger(n) && n >= 0)).toBe(true);
    },
  );

  test('a count is the Poisson quantile of its uniform: always below mean 30, all but one time in 500 above', () => {
    for (const mean of [0.3, 5, 29.5, 30.5, 200, 2500]) {
      const cdf = poissonCdf(mean);
      let due = 0;
      const off = Float64Array.from({ length: 20_000 }, (_, i) => {
        const u = (i + 0.5) / 20_000;
        while (cdf[due]! < u) due++;
        return Math.abs(countFrom(u, mean) - due);
      });
      expect(Math.max(...off)).toBeLessThanOrEqual(1);
      expect(off.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(mean < 30 ? 0 : 40);
    }
  });

  test('a count never falls as its uniform or its mean rises, across the seam at 30', () => {
    const rises = (counts: number[]) => counts.every((n, i) => i === 0 || n >= counts[i - 1]!);
    const steps = Array.from({ length: 5000 }, (_, i) => (i + 0.5) / 5000);
    for (const u of [1e-6, 0.02, 0.3, 0.5, 0.9, 0.999999]) {
      expect(rises(steps.map((step) => countFrom(u, 60 * step)))).toBe(true);
    }
    for (const mean of [0.5, 29, 31, 500]) expect(rises(steps.map((u) => countFrom(u, mean)))).toBe(true);
  });

  test('nothing expected is nothing drawn, and the extreme uniforms end', () => {
    expect([countFrom(0.999, 0), countFrom(0.999, -5), countFrom(2 ** -33, 40)]).toEqual([
      0,
      0,
      expect.any(Number),
    ]);
    expect(countFrom(1 - 2 ** -33, 29.999)).toBeLessThan(90);
    expect(countFrom(2 ** -33, 31)).toBeGreaterThanOrEqual(0);
    expect(countFrom(0.5, NaN)).toBeNaN();
  });
});

describe('the same bytes in every engine', () => {
  const fingerprint = (draw: Draw) =>
    createHash('sha256')
      .update(new Uint8Array(column(draw, 5000).buffer))
      .digest('hex')
      .slice(0, 16);

  test.each([
    [
      'drawKey',
      (i) => drawKey([i, 3], STREAMS.need, i % 60).k0 * 2 ** 20 + drawKey([3, i], STREAMS.peer, -1).k1,
      '65750a47b0bec177',
    ],
    ['bits', (i) => bits(k0, k1, i), '597bf3e63bf99392'],
    ['pairBits', (i) => pairBits(k0, k1, i, i % 40), '2ff608a1591d0a1c'],
    ['uniform', (i) => uniform(k0, k1, i), '924b6ebeb7cef6f8'],
    ['normal', (i) => normal(k0, k1, i), '819f2dd70a8c39a8'],
    ['pairNormal', (i) => pairNormal(k0, k1, i, i % 40), '4543994d505a85b6'],
    ['laplace', (i) => laplace(k0, k1, i), '2656b9175fd770a0'],
    ['exponential', (i) => exponential(k0, k1, i), 'e2b2b5650603b48d'],
    ['gumbel', (i) => gumbel(k0, k1, i, i % 40), 'f9717571b84d7695'],
    ['permuted', (i) => permuted(k0, k1, i), '296d7a7936b468f7'],
    ['countFrom', (i) => countFrom(uniform(k0, k1, i), i / 20), 'c0810b332883e859'],
  ] as [string, Draw, string][])('%s gives the bits it always gave', (_, draw, due) => {
    expect(fingerprint(draw)).toBe(due);
  });
});
