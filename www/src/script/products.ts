/** What a host knows of a product. Empty is not known. */
export interface Product {
  title?: string;
  category?: string;
  price?: string;
  compared?: string;
  stock?: string;
}

/** The goods of a stream, and the evidence at hand, as a report's facts. */
export function facts(products: readonly Product[], evidence: ReadonlySet<string>): Record<string, unknown> {
  const goods = products
    .map(({ title, category, price, compared, stock }) => ({
      ...(title && { title }),
      ...(category && { category }),
      ...((money(price) || money(compared)) && { pricing: { ...(money(price) && { price }), ...(money(compared) && { compared_price: compared }) } }),
      ...(stock && /^\d{1,9}$/.test(stock) && { stock: Number(stock) }),
    }))
    .filter((product) => Object.keys(product).length > 0);
  return {
    ...(goods.length && { products: goods }),
    ...(evidence.size && { evidence: [...evidence].map((kind) => ({ kind })) }),
  };
}

function money(typed: string | undefined): boolean {
  return typed !== undefined && /^\d{1,9}(\.\d{1,2})?$/.test(typed);
}
