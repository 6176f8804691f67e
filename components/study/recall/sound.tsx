"use client";

import { useEffect, useRef } from "react";

/** A recording of this browser, to be heard. */
export function Sound({ sound, name }: { sound: Blob; name: string }) {
  const player = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(sound);
    if (player.current) player.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [sound]);
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what was said
  return <audio ref={player} controls aria-label={name} />;
}
