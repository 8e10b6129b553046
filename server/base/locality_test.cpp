#include "base/locality.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(Locality, knows_languages) {
    for (auto known : {"de", "de-CH", "pt-BR", "zh-Hant-TW", "ar", "fil"}) EXPECT_TRUE(locality::is_language(known)) << known;
    for (auto unknown : {"", "xx", "de_", "de-XX", "german", "de CH", "1"}) EXPECT_FALSE(locality::is_language(unknown)) << unknown;
}

TEST(Locality, knows_countries_and_currencies) {
    EXPECT_TRUE(locality::is_country("CH"));
    for (auto unknown : {"", "ch", "XX", "CHE", "1"}) EXPECT_FALSE(locality::is_country(unknown)) << unknown;
    EXPECT_TRUE(locality::is_currency("CHF"));
    for (auto unknown : {"", "chf", "ZZZ", "CH", "€"}) EXPECT_FALSE(locality::is_currency(unknown)) << unknown;
}

}  // namespace
}  // namespace rapport
