#!/bin/sh
# Tries a packaged program where no Python environment can help it: tools/try_dist.sh FOLDER
#
# Opens the sample offscreen and under Xvfb, exports, and quits. Fails on any word on stderr.
set -eu

folder=$(cd "$1" && pwd)
program="$folder/interview-planner"
place=$(mktemp -d)
display_process=
trap 'stop_display; rm -rf "$place"' EXIT

main() {
    cd "$place"
    try offscreen QT_QPA_PLATFORM=offscreen "$program" window --sample --picture "$place/offscreen.png"
    start_display
    try "under Xvfb" QT_QPA_PLATFORM=xcb DISPLAY="$display" "$program" window --sample --picture "$place/xvfb.png"
    try "start, timed" QT_QPA_PLATFORM=xcb DISPLAY="$display" "$program" window --timing "$place/timing.json"
    try export "$program" demo --out "$place/out"
    [ -s "$place/offscreen.png" ] && [ -s "$place/xvfb.png" ] && [ -s "$place/timing.json" ]
    ls "$place"/out/*.pdf "$place"/out/*.ics >/dev/null
    du -sm "$folder" | awk '{ print "the packaged program works; it takes " $1 " MB" }'
}

# Runs the program with an environment that names no Python, and tells how long it took.
try() {
    told=$1
    shift
    begin=$(now)
    env -i HOME="$place" PATH=/usr/bin:/bin LANG=C.UTF-8 INTERVIEW_PLANNER_HOME="$place/home" \
        "$@" >"$place/stdout" 2>"$place/stderr" || { cat "$place/stderr" >&2; exit 1; }
    if [ -s "$place/stderr" ]; then
        cat "$place/stderr" >&2
        exit 1
    fi
    echo "$told: fine, $(($(now) - begin)) ms"
}

now() {
    date +%s%3N
}

start_display() {
    # The server itself finds a free number and says which.
    mkfifo "$place/display"
    Xvfb -displayfd 3 -screen 0 1600x1000x24 3>"$place/display" 2>/dev/null &
    display_process=$!
    read -r number <"$place/display"
    display=":$number"
}

stop_display() {
    [ -z "$display_process" ] || kill "$display_process"
}

main
