import { Random } from '../random.ts';

const FIRST =
  'Amelia Noah Priya Mateo Ingrid Kofi Yuki Lena Tomás Aisha Oliver Mei Fatima Lucas Sofia Arjun Chloe Ibrahim Hannah Diego Elif Marcus Nadia Jonas Zoë Samuel Leila Viktor Grace Rohan Camille Andrei Thandiwe Felix Marta Hiro Esther Pablo Freya Omar Bianca Stefan Keiko Liam Rania Jakub Ngozi Emil Clara Dmitri Isla Tariq Paula Sven Asha Gabriel Nora Kwame Iris Henrik'.split(
    ' ',
  );
const LAST =
  'Andersson Bauer Castillo Dubois Eriksen Fischer Garcia Haddad Ivanova Jensen Kowalski Larsen Moreau Nakamura Osei Petrov Quinn Rossi Schmidt Tanaka Ueda Vargas Weber Yilmaz Zhang Adeyemi Banerjee Costa Dlamini Evans Fontaine Gupta Hoffmann Iyer Johansson Kim Lindqvist Mendes Novak Obi Park Ramirez Sato Thompson Urban Virtanen Walsh Xu Young Zeller'.split(
    ' ',
  );
const COMPANIES =
  'Alder & Finch|Bluepeak Energy|Cobalt Robotics|Dune Travel|Everline Health|Fernwood Studio|Glasshaus|Harbor Freight Forwarding|Ironwood Capital|Juniper Foods|Kestrel Labs|Lumen Optics|Meridian Insurance|Nordic Trail|Oakridge Schools|Pebble Coffee|Quarry Software|Redwood Furniture|Saltmarsh Brewing|Tidewater Logistics|Umbra Lighting|Vantage Legal|Willow Skincare|Zephyr Bikes'.split(
    '|',
  );

/** A made-up person. Addresses are below `.example`, which nobody can own. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly company: string;
}

/** The `index`-th person of a seed; each has an email of their own. */
export function person(seed: number, index: number): Person {
  const random = new Random(`${seed}/person/${index}`);
  const first = random.pick(FIRST);
  const last = random.pick(LAST);
  const company = random.pick(COMPANIES);
  const user = `${ascii(first)}.${ascii(last)}${index < 10 ? '' : index}`;
  return { name: `${first} ${last}`, email: `${user}@${ascii(company)}.example`, company };
}

/** Lower-case letters and digits of a text, accents dropped. */
function ascii(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
