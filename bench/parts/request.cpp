// What a request is read from and an answer is written to.
#include "base/json_writer.h"
#include "bench/parts/data.h"
#include "http/request_reader.h"

namespace rapport::bench {
namespace {

constexpr std::string_view contact =
    R"({"first_name":"Annika","last_name":"Sørensen","email":"annika.soerensen@example.com","mobile":"+4917012345678","account_id":"001000000000042EAA",)"
    R"("title":"Head of Procurement","mailing_address":{"street":"Elbchaussee 17","postal_code":"22765","city":"Hamburg","country":"DE"},"do_not_call":false})";

void read_json(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(Json::parse(contact));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(contact.size()));
}
BENCHMARK(read_json);

void write_json(benchmark::State& state) {
    const Json value = Json::parse(contact);
    std::string text;
    for (auto _ : state) {
        text.clear();
        JsonWriter(text).json(value);
        benchmark::DoNotOptimize(text.data());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(write_json);

void read_request(benchmark::State& state, bool with_body) {
    std::string bytes = std::string(with_body ? "POST" : "GET") + " /api/v1/records/contact/003000000000042EAA?fields=name,email HTTP/1.1\r\nHost: crm.example.com\r\n"
                        "Authorization: Bearer rpt_0123456789abcdef0123456789abcdef\r\nAccept: application/json\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\n"
                        "Accept-Encoding: gzip, br\r\nAccept-Language: de-DE,de;q=0.9,en;q=0.8\r\n";
    bytes += with_body ? "Content-Type: application/json\r\nContent-Length: " + std::to_string(contact.size()) + "\r\n\r\n" + std::string(contact) : "\r\n";
    http::RequestReader reader(16'384);
    http::Request request;
    for (auto _ : state) {
        reader.start(request);
        std::string_view rest = bytes;
        while (reader.state() != http::RequestReader::State::Complete) {
            rest.remove_prefix(reader.read(rest));
            if (reader.state() == http::RequestReader::State::HeadDone) reader.limit_body(1 << 20);
        }
        benchmark::DoNotOptimize(request.path.data());
    }
}
BENCHMARK_CAPTURE(read_request, without_body, false);
BENCHMARK_CAPTURE(read_request, with_body, true);

}  // namespace
}  // namespace rapport::bench
