/** Names of places, sectors, sizes and lenders as they stand in scenario files. */
interface Name {
  readonly en: string;
  readonly zh: string;
}

export const NAMES: Readonly<Record<string, Name>> = {
  urban: { en: 'urban', zh: '城区' },
  county: { en: 'county', zh: '县城' },
  township: { en: 'township', zh: '乡镇' },
  agriculture: { en: 'agriculture', zh: '农业' },
  manufacturing: { en: 'manufacturing', zh: '制造业' },
  construction: { en: 'construction', zh: '建筑业' },
  trade: { en: 'trade', zh: '批发零售' },
  transport: { en: 'transport', zh: '交通运输' },
  'hospitality-tourism': { en: 'hospitality and tourism', zh: '住宿餐饮与旅游' },
  technology: { en: 'technology', zh: '科技与商务服务' },
  services: { en: 'services', zh: '居民服务' },
  individual: { en: 'self-employed', zh: '个体工商户' },
  micro: { en: 'micro', zh: '微型企业' },
  small: { en: 'small', zh: '小型企业' },
  medium: { en: 'medium', zh: '中型企业' },
  state: { en: 'state banks', zh: '国有大行' },
  'joint-stock': { en: 'joint-stock banks', zh: '股份制银行' },
  city: { en: 'city banks', zh: '城商行' },
  rural: { en: 'rural credit system', zh: '农信系统' },
  'village-microcredit': { en: 'village banks and microcredit', zh: '村镇银行与小贷公司' },
  digital: { en: 'digital lenders', zh: '数字化贷款机构' },
  relationship: { en: 'relationship banks', zh: '关系型银行' },
  private: { en: 'private lenders', zh: '民间借贷' },
};
