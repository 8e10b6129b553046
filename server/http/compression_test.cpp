#include "http/compression.h"

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace rapport::http {
namespace {

std::string gunzip(std::string_view bytes) {
    std::string out(1 << 20, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return out;
}

std::string sample() {
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += std::to_string(i * 7919) + ",";
    return text;
}

TEST(Compression, gzip_comes_back) {
    EXPECT_EQ(gunzip(compress(Coding::Gzip, sample())), sample());
    EXPECT_EQ(gunzip(compress(Coding::Gzip, "again")), "again");
}

TEST(Compression, gzip_comes_back_from_pieces) {
    GzipStream gzip;
    std::string out;
    std::string text = sample();
    for (std::size_t at = 0; at < text.size(); at += 1000) gzip.append(std::string_view(text).substr(at, 1000), out);
    gzip.finish(out);
    EXPECT_EQ(gunzip(out), text);
}

TEST(Compression, brotli_comes_back) {
    std::string packed = compress(Coding::Brotli, sample());
    std::string out(1 << 20, '\0');
    std::size_t size = out.size();
    EXPECT_EQ(BrotliDecoderDecompress(packed.size(), reinterpret_cast<const std::uint8_t*>(packed.data()), &size,
                                      reinterpret_cast<std::uint8_t*>(out.data())),
              BROTLI_DECODER_RESULT_SUCCESS);
    out.resize(size);
    EXPECT_EQ(out, sample());
}

TEST(Compression, heeds_what_the_client_takes) {
    EXPECT_EQ(quick_coding("gzip, deflate, br"), Coding::Gzip);
    EXPECT_EQ(quick_coding("br"), Coding::Brotli);
    EXPECT_EQ(quick_coding("BR ; q=0.5, gzip;q=0"), Coding::Brotli);
    EXPECT_EQ(quick_coding("gzip; q=0.000, x-gzip"), Coding::Identity);
    EXPECT_EQ(quick_coding(""), Coding::Identity);
}

TEST(Compression, takes_the_denser_coding_for_what_is_large) {
    EXPECT_EQ(fitting_coding("gzip, br", 99'999), Coding::Gzip);
    EXPECT_EQ(fitting_coding("gzip, br", 100'000), Coding::Brotli);
    EXPECT_EQ(fitting_coding("gzip", 100'000), Coding::Gzip);
}

TEST(Compression, knows_what_shrinks) {
    EXPECT_TRUE(is_compressible("application/problem+json"));
    EXPECT_TRUE(is_compressible("text/csv; charset=utf-8"));
    EXPECT_TRUE(is_compressible("image/svg+xml"));
    EXPECT_FALSE(is_compressible("image/png"));
    EXPECT_FALSE(is_compressible(""));
}

}  // namespace
}  // namespace rapport::http
