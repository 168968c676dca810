/** Held-out numbers by place against two predictions that know no model: the provincial mean, and a line in GDP per head. */
import type { Place } from '../../scenarios/provinces/hunan/places.ts';
import type { Skill, TargetScore } from './result.ts';
import { halfWidth } from './score.ts';

type Prediction = (target: TargetScore) => number;

const total = (places: readonly Place[], of: (place: Place) => number): number =>
  places.reduce((sum, place) => sum + of(place), 0);

const isPlace = ({ dimensions }: TargetScore): boolean => {
  const names = Object.keys(dimensions);
  return names.length === 1 && (names[0] === 'region' || names[0] === 'prefecture');
};

const placesOf = ({ dimensions }: TargetScore, places: readonly Place[]): Place[] =>
  places.filter(({ code, region }) => code === dimensions.prefecture || region === dimensions.region);

/** What a target would be if it did not depend on size: shares are counted per enterprise, ratios as they are. */
function perEnterprise(target: TargetScore, value: number, places: readonly Place[]): number {
  if (target.id !== 'loan-share') return value;
  const share =
    total(placesOf(target, places), (one) => one.enterprises) / total(places, (one) => one.enterprises);
  return value / share;
}

function backToTarget(target: TargetScore, value: number, places: readonly Place[]): number {
  return target.id === 'loan-share' ? value / perEnterprise(target, 1, places) : value;
}

const gdpPerHead = (places: readonly Place[]): number =>
  total(places, (one) => one.gdp) / total(places, (one) => one.people);

/** Least-squares line through points (x, y); flat through the mean when there are fewer than two. */
export function lineThrough(points: readonly (readonly [number, number])[]): (x: number) => number {
  const n = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n;
  const across = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = across > 0 ? points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / across : 0;
  return (x) => meanY + slope * (x - meanX);
}

/** The provincial number of a kind; a share per enterprise is 1 over the province. */
function provincial(id: string, targets: readonly TargetScore[]): number | undefined {
  if (id === 'loan-share') return 1;
  return targets.find((one) => one.id === id && Object.keys(one.dimensions).length === 0)?.published;
}

function byGdp(id: string, targets: readonly TargetScore[], places: readonly Place[]): (x: number) => number {
  const fitted = targets.filter((one) => one.id === id && one.role === 'fit' && isPlace(one));
  return lineThrough(
    fitted.map(
      (one) => [gdpPerHead(placesOf(one, places)), perEnterprise(one, one.published, places)] as const,
    ),
  );
}

const meanSquare = (targets: readonly TargetScore[], predict: Prediction): number =>
  targets.reduce(
    (sum, target) =>
      sum + ((predict(target) - target.published) / halfWidth(target.published, target.tolerance)) ** 2,
    0,
  ) / targets.length;

/** Skill over the held-out numbers by place that the fit has a provincial number for; null when there are none. */
export function skillOf(targets: readonly TargetScore[], places: readonly Place[]): Skill | null {
  const judged = targets.filter(
    (one) =>
      one.role === 'held-out' &&
      one.ours !== null &&
      isPlace(one) &&
      provincial(one.id, targets) !== undefined,
  );
  if (judged.length === 0) return null;
  return {
    targets: judged.map(({ key }) => key),
    model: meanSquare(judged, ({ ours }) => ours ?? Number.NaN),
    provincialMean: meanSquare(judged, (one) =>
      backToTarget(one, provincial(one.id, targets) ?? Number.NaN, places),
    ),
    gdpLine: meanSquare(judged, (one) =>
      backToTarget(one, byGdp(one.id, targets, places)(gdpPerHead(placesOf(one, places))), places),
    ),
  };
}
