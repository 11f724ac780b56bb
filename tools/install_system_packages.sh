#!/bin/sh
# Installs what Python packages cannot bring: tools/install_system_packages.sh run|test|dist|story
#
#   run    a Python that can make environments, and the libraries that Qt's window draws with
#   test   the same, and the foreign programs that judge our files (iCalendar readers, PDF tools)
#   dist   what the packaged program is made and tried with
#   story  a screen without a monitor, and hands for it
#
# Says what it does, does nothing when nothing is missing. PYTHON names another interpreter.
# Package names are those of Debian 12 and 13 and of Ubuntu 22.04 to 26.04.
set -eu

python=${PYTHON:-python3}
missing=

main() {
    case ${1:-} in
        run) find_missing_to_run; reason="make a Python environment and open a window" ;;
        test) find_missing_to_test; reason="let other programs judge the exported files" ;;
        dist) find_missing_to_pack; reason="make the packaged program and try it" ;;
        story) find_missing_to_play; reason="play a day by real keys" ;;
        *) echo "usage: $0 run|test|dist|story" >&2; exit 2 ;;
    esac
    [ -n "$missing" ] || exit 0
    if ! has apt-get; then
        echo "Please install what your system calls$missing, to $reason." >&2
        if [ "$1" = run ]; then exit 0; else exit 1; fi
    fi
    echo "Installing$missing, to $reason."
    install_missing
}

find_missing_to_run() {
    find_missing_python
    find_missing_libraries
}

# The libraries that PySide6 links to and does not bring along. Debian 13 and Ubuntu 24.04 have
# renamed some packages and still know these names.
find_missing_libraries() {
    [ "$(uname)" = Linux ] || return 0
    needs libglib-2.0.so.0 libglib2.0-0
    needs libEGL.so.1 libegl1
    needs libGL.so.1 libgl1
    needs libdbus-1.so.3 libdbus-1-3
    needs libfontconfig.so.1 libfontconfig1
    needs libfreetype.so.6 libfreetype6
    needs libxkbcommon.so.0 libxkbcommon0
    needs libxkbcommon-x11.so.0 libxkbcommon-x11-0
    needs libxcb-cursor.so.0 libxcb-cursor0
    needs libX11-xcb.so.1 libx11-xcb1
    needs libxcb-icccm.so.4 libxcb-icccm4
    needs libxcb-image.so.0 libxcb-image0
    needs libxcb-keysyms.so.1 libxcb-keysyms1
    needs libxcb-randr.so.0 libxcb-randr0
    needs libxcb-render-util.so.0 libxcb-render-util0
    needs libxcb-shape.so.0 libxcb-shape0
    needs libxcb-sync.so.1 libxcb-sync1
    needs libxcb-xfixes.so.0 libxcb-xfixes0
    needs libxcb-xkb.so.1 libxcb-xkb1
    needs libwayland-client.so.0 libwayland-client0
    needs libwayland-cursor.so.0 libwayland-cursor0
}

needs() {
    # Not every system's ldconfig can list; then everything counts as missing.
    [ -n "${libraries:-}" ] || libraries=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p || echo none)
    case $libraries in
        *"$1"*) ;;
        *) missing="$missing $2" ;;
    esac
}

find_missing_python() {
    # Debian keeps ensurepip, without which venv makes no usable environment, in a package of its
    # own. Any other Python either has both or cannot be mended by a package.
    "$python" -c 'import ensurepip, venv' 2>/dev/null && return
    case ${python##*/} in
        python3.*) missing=" ${python##*/}-venv" ;;
        *) missing=" python3-venv" ;;
    esac
}

find_missing_to_pack() {
    find_missing_libraries
    has objdump || missing="$missing binutils"
    has Xvfb || missing="$missing xvfb"
}

find_missing_to_play() {
    find_missing_libraries
    has Xvfb || missing="$missing xvfb"
    has xdotool || missing="$missing xdotool"
    has import || missing="$missing imagemagick"
}

find_missing_to_test() {
    find_missing_libraries
    has gcc || missing="$missing gcc"
    has pkg-config || missing="$missing pkg-config"
    has_headers libc6-dev || missing="$missing libc6-dev"  # only recommended by gcc
    pkg-config --exists libical 2>/dev/null || missing="$missing libical-dev"
    find_missing_node
    has qpdf || missing="$missing qpdf"
    has pdftotext || missing="$missing poppler-utils"
}

find_missing_node() {
    # A Node from elsewhere is left alone: Debian's npm would bring a second one along.
    if has node && ! has npm && ! is_installed nodejs; then
        echo "There is a node but no npm. Please install npm where node came from." >&2
        exit 1
    fi
    has node || missing="$missing nodejs"
    has npm || missing="$missing npm"
}

install_missing() {
    # Old lists name versions that the archive no longer has: hence the second try.
    if ! are_listed || ! install; then
        as_root apt-get update
        install
    fi
}

install() {
    # shellcheck disable=SC2086 # the names are meant to be words
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends $missing
}

# Says whether the package lists that are here name all that is missing.
are_listed() {
    for package in $missing; do
        LC_ALL=C apt-cache policy "$package" 2>/dev/null | grep -q 'Candidate: [^(]' || return 1
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif has sudo; then
        sudo "$@"
    else
        echo "This needs root, and there is no sudo. Please run as root: $*" >&2
        exit 1
    fi
}

has() {
    command -v "$1" >/dev/null 2>&1
}

has_headers() {
    ! has dpkg-query || is_installed "$1"
}

is_installed() {
    has dpkg-query && dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed
}

main "$@"
