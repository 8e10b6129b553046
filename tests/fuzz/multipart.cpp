#include "http/multipart.h"

#include "input.h"

namespace {

/// Sees that parts begin and end in turn, and that nothing is heard outside of them.
class Order final : public rapport::http::FormListener {
public:
    void begin_part(rapport::http::FormPart) override {
        if (is_open_) rapport::fuzz::finding("a part within a part");
        is_open_ = true;
    }
    void add_content(std::string_view bytes) override {
        if (!is_open_ || bytes.empty()) rapport::fuzz::finding("content outside of a part, or none");
        content += bytes;
    }
    void end_part() override {
        if (!is_open_) rapport::fuzz::finding("an end without a beginning");
        is_open_ = false;
        content += "|";
    }
    std::string content;

private:
    bool is_open_ = false;
};

}  // namespace

/// A form that comes in pieces as long as the first byte says holds what it holds when it comes at once. Its boundary is "b".
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace rapport;
    if (size == 0) return 0;
    const std::size_t piece = data[0] + 1U;
    const std::string_view form = fuzz::text_of(data + 1, size - 1);
    auto read = [&](std::size_t step) {
        Order order;
        fuzz::meet([&] {
            http::MultipartReader reader("multipart/form-data; boundary=b", order);
            for (std::size_t i = 0; i < form.size(); i += step) reader.read(form.substr(i, step));
            reader.finish();
            order.content += "!";
        });
        return order.content;
    };
    const std::string at_once = read(size);
    const std::string in_pieces = read(piece);
    // What is refused may have been heard in part.
    if (at_once.ends_with('!') != in_pieces.ends_with('!') || (at_once.ends_with('!') && at_once != in_pieces)) fuzz::finding("pieces make a difference");
    return 0;
}
