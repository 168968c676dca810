/** Shapes of `margins.json` and `tilts.json`. */

/** Totals the derived enterprises must meet, at the end of 2025; yuan and enterprises. */
export interface Margins {
  readonly prefectures: readonly {
    readonly code: string;
    readonly enterprises: number;
    readonly settingShare: readonly number[];
    readonly borrowers: number;
    readonly balanceYuan: number;
  }[];
  readonly settings: readonly {
    readonly id: string;
    readonly enterprises: number;
    readonly loanPenetration: number;
    readonly loanShare: number;
  }[];
  readonly sectors: readonly { readonly id: string; readonly enterprises: number }[];
  readonly sizes: readonly {
    readonly id: string;
    readonly enterprises: number;
    readonly borrowers: number;
    readonly meanDebtYuan: number;
  }[];
}

/** Assumed leanings: 1 is none. */
export interface Tilts {
  readonly sectorBySetting: { readonly value: Readonly<Record<string, readonly number[]>> };
  readonly sectorByPrefecture: { readonly value: Readonly<Record<string, Readonly<Record<string, number>>>> };
  readonly sizeBySector: { readonly value: Readonly<Record<string, number>> };
  /** Root of the relative debt of a prefecture's borrower that its `debtTilt` carries; the size mix carries the rest. */
  readonly debtRoot: { readonly value: 2 | 4 };
}
