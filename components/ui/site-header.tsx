import Link from "next/link";
import { SearchField } from "@/components/search/search-field";
import { MorePlaces } from "./more-places";
import { NavLink } from "./nav-link";
import styles from "./site-header.module.css";

const PLACES = [
  { href: "/", name: "Today" },
  { href: "/study", name: "Study" },
  { href: "/topics", name: "Topics" },
  { href: "/weak-areas", name: "Weak areas" },
];
/** A phone has room for four. */
const MORE_PLACES = [
  { href: "/interview", name: "Interview" },
  { href: "/documents", name: "Documents" },
  { href: "/settings", name: "Settings" },
];

/** The name of the house and the way to its rooms, on every page. */
export function SiteHeader() {
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <Link href="/" prefetch={false} className={styles.name}>
        Rehearse
      </Link>
      <nav aria-label="Main">
        <ul className={styles.places}>
          {PLACES.map((place) => (
            <li key={place.href}>
              <NavLink {...place} className={styles.place} />
            </li>
          ))}
          <MorePlaces places={MORE_PLACES} />
        </ul>
      </nav>
      <SearchField />
    </header>
  );
}
