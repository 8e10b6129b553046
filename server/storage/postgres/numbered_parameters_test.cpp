#include "storage/postgres/numbered_parameters.h"

#include <gtest/gtest.h>

namespace rapport::storage {
namespace {

TEST(NumberedParameters, become_dollars) { EXPECT_EQ(with_dollar_parameters("SELECT ?1, ?12"), "SELECT $1, $12"); }

TEST(NumberedParameters, stay_inside_quotes_and_comments) {
    for (const char* sql : {"'?1'", "'it''s ?1'", "\"?1\"", "-- ?1", "/* ?1 */", "'?1", "/* ?1"}) EXPECT_EQ(with_dollar_parameters(sql), sql);
    EXPECT_EQ(with_dollar_parameters("'?1' || ?1 -- ?1\n + ?2 /* ?2 */ / ?3"), "'?1' || $1 -- ?1\n + $2 /* ?2 */ / $3");
}

TEST(NumberedParameters, are_no_operators_of_json) { EXPECT_EQ(with_dollar_parameters("a ? b ?| c"), "a ? b ?| c"); }

}  // namespace
}  // namespace rapport::storage
