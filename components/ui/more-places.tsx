"use client";

import { usePathname } from "next/navigation";
import { NavLink, whereIs } from "./nav-link";
import styles from "./site-header.module.css";
import { useAlive } from "./use-alive";
import { useDisclosure } from "./use-disclosure";

type Props = { places: readonly { href: string; name: string }[] };

/** The places that a phone's navigation has no room for, under one button; elsewhere they are just there. */
export function MorePlaces({ places }: Props) {
  const { isOpen, toggle, close, place, opener } = useDisclosure<HTMLLIElement>();
  const isAlive = useAlive();
  const here = usePathname();
  const isHere = places.some(({ href }) => whereIs(href, here) !== undefined);

  return (
    <li ref={place} className={styles.more}>
      <button
        ref={opener}
        type="button"
        className={styles.place}
        aria-expanded={isOpen}
        aria-controls="more-places"
        aria-current={isHere || undefined}
        disabled={!isAlive}
        onClick={toggle}
      >
        More
      </button>
      <ul id="more-places" className={styles.morePlaces}>
        {places.map((one) => (
          <li key={one.href}>
            <NavLink {...one} className={styles.place} onClick={close} />
          </li>
        ))}
      </ul>
    </li>
  );
}
