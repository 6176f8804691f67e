"use client";

import Link from "next/link";
import { useState } from "react";
import button from "@/components/ui/button.module.css";
import { dropMock, mockUnderWay, whereMockIs } from "@/lib/offline/mock-progress";
import styles from "./mock.module.css";

/** The mock interview that was begun in this browser and is not over, and the way back to it. */
export function UnderWay() {
  const [mock, setMock] = useState(mockUnderWay);
  if (!mock) return null;
  const { answered, scored, of, address } = whereMockIs(mock);
  const isAsked = answered === of;
  return (
    <section className={styles.underWay} aria-labelledby="under-way">
      <h2 id="under-way">One is under way</h2>
      <p>
        {isAsked
          ? `All ${of} questions are answered, ${scored} scored.`
          : `${answered} of ${of} questions are answered.`}{" "}
        Beginning another drops what is not scored.
      </p>
      <div className={styles.acts}>
        <Link href={address} prefetch={false} className={button.go}>
          {isAsked ? "Go on scoring" : "Go on"}
        </Link>
        <button
          type="button"
          className={button.quiet}
          onClick={() => {
            dropMock(mock.id);
            setMock(null);
          }}
        >
          Drop it
        </button>
      </div>
    </section>
  );
}
