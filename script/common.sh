# Shared by the scripts: finds the JDK 25 that everything is built and run with.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

java_major() {
  "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
}

# Sets JAVA_HOME to a JDK 25 or newer, or says what to install and ends.
use_jdk25() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/java/* /opt/jdk*; do
    if [ -x "$candidate/bin/javac" ] && [ "$(java_major "$candidate")" -ge 25 ] 2>/dev/null; then
      export JAVA_HOME=$candidate
      return 0
    fi
  done
  cat >&2 <<'TEXT'
Junheng needs a JDK 25, and none was found.
  Debian, Ubuntu:  install temurin-25-jdk (Eclipse Adoptium's packages), or unpack a JDK 25 under /usr/lib/jvm
  macOS:           brew install --cask temurin@25
  anywhere:        unpack a JDK 25 and set JAVA_HOME to it
Then run this command again. The default java may stay what it is.
TEXT
  exit 1
}
