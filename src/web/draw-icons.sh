#!/usr/bin/env bash
# Draws the PNGs in icons/ from mark.svg; run it after changing that. It needs Chromium.
set -euo pipefail
cd "$(dirname "$0")/icons"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

draw() { # source, size, result
  printf '<style>body{margin:0}img{display:block;width:%spx}</style><img src="mark.svg">' "$2" >"$work/page.html"
  cp "$1" "$work/mark.svg"
  "${LIAISON_CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --allow-file-access-from-files \
    --user-data-dir="$work/profile" --force-device-scale-factor=1 --default-background-color=00000000 \
    --window-size="$2,$2" --screenshot="$PWD/$3" "file://$work/page.html" 2>/dev/null
}

# A system that cuts icons into its own shape gets the ground without corners and the mark further inside.
sed -e 's/viewBox="0 0 64 64"/viewBox="-10 -10 84 84"/' \
  -e 's/<rect width="64" height="64" rx="14"/<rect x="-10" y="-10" width="84" height="84"/' mark.svg >"$work/maskable.svg"

draw mark.svg 192 mark-192.png
draw mark.svg 512 mark-512.png
draw "$work/maskable.svg" 180 mark-180.png
draw "$work/maskable.svg" 512 maskable-512.png
