# Compiler, linker and warnings, the same for every target.
set(RAPPORT_SANITIZE "" CACHE STRING "Sanitizers to build with, as for -fsanitize=")
option(RAPPORT_FUZZ "Make fuzzers of tests/fuzz, with clang" OFF)

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1 -fno-omit-frame-pointer")
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wno-maybe-uninitialized -Werror=return-type -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  add_compile_options(-Wno-unknown-warning-option)  # of those above, which are g++'s
endif()

# Paths below the repository do not count for ccache, so that one checkout finds what another has compiled.
find_program(RAPPORT_CCACHE ccache)
if(RAPPORT_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${RAPPORT_CCACHE})
endif()

find_program(RAPPORT_MOLD mold)
if(RAPPORT_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

if(RAPPORT_SANITIZE)
  add_compile_options(-fsanitize=${RAPPORT_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${RAPPORT_SANITIZE})
endif()
