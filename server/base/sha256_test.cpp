#include "base/sha256.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(Sha256, is_that_of_the_standard) {
    Sha256 hash;
    hash.add("a");
    hash.add("bc");
    EXPECT_EQ(hash.finish(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace rapport
