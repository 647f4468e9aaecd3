/** Something that takes minutes of a day, counted from midnight by the clock. */
export interface Piece {
  from: number;
  to: number;
}

/** Which part of the day's width a piece has, from 0 to 1. */
export interface Lane {
  left: number;
  width: number;
}

/** What is shorter is drawn this long, so that it can be read and hit. */
export const SHORTEST = 15;

/**
 * Puts what overlaps side by side, each as far left as there is room; `weigh` says how much of the width one wants
 * beside others. Pieces must be in order of their start.
 */
export function layOut<T extends Piece>(pieces: readonly T[], weigh: (piece: T) => number): (T & Lane)[] {
  return group(pieces).flatMap((together) => {
    const lanes: { end: number; weight: number }[] = [];
    const placed = together.map((piece) => {
      const end = Math.max(piece.to, piece.from + SHORTEST);
      let lane = lanes.find((each) => each.end <= piece.from);
      if (!lane) {
        lane = { end, weight: 0 };
        lanes.push(lane);
      }
      lane.end = end;
      lane.weight = Math.max(lane.weight, weigh(piece));
      return { piece, lane };
    });
    const total = lanes.reduce((sum, { weight }) => sum + weight, 0);
    return placed.map(({ piece, lane }) => {
      const before = lanes.slice(0, lanes.indexOf(lane)).reduce((sum, { weight }) => sum + weight, 0);
      return { ...piece, left: before / total, width: lane.weight / total };
    });
  });
}

/** Pieces that overlap each other directly or through others. */
function group<T extends Piece>(pieces: readonly T[]): T[][] {
  const groups: T[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    if (piece.from >= end) groups.push([]);
    groups.at(-1)?.push(piece);
    end = Math.max(end, piece.to, piece.from + SHORTEST);
  }
  return groups;
}

/** Minutes that pieces take together, where two overlap counted once. */
export function sumMinutes(pieces: readonly Piece[]): number {
  let sum = 0;
  let end = 0;
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    sum += Math.max(0, piece.to - Math.max(piece.from, end));
    end = Math.max(end, piece.to);
  }
  return sum;
}
