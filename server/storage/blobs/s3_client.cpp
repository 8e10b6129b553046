#include "storage/blobs/s3_client.h"

#include <curl/curl.h>

#include <chrono>
#include <cstdio>
#include <exception>
#include <memory>
#include <thread>

#include "base/failure.h"
#include "base/log.h"
#include "base/sha256.h"

namespace rapport::storage::blobs {
namespace {

constexpr int most_tries = 3;
constexpr std::chrono::milliseconds first_pause{200};
constexpr long connect_seconds = 10;
constexpr long silent_seconds = 30;
constexpr std::size_t longest_problem = 64 << 10;

struct CloseHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// One a thread, so that connections are used again.
CURL* handle_of_thread() {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    thread_local std::unique_ptr<CURL, CloseHandle> handle(curl_easy_init());
    ensure(ready == CURLE_OK && handle, "libcurl can be used");
    curl_easy_reset(handle.get());
    return handle.get();
}

/// <Code>NoSuchKey</Code>: what the store says is small and flat.
std::string member_of(std::string_view xml, const std::string& name) {
    auto begin = xml.find("<" + name + ">");
    if (begin == std::string_view::npos) return "";
    begin += name.size() + 2;
    return std::string(xml.substr(begin, xml.find("</" + name + ">", begin) - begin));
}

Failure away(const Bucket& bucket, const std::string& why) {
    log::error("The store of files {} is away: {}", bucket.endpoint, why);
    return Failure(FailureKind::Unavailable, "store_away", "The place where files are kept cannot be reached at this moment. Try again in a minute.");
}

Failure refused(const Bucket& bucket, long status, const std::string& said) {
    const std::string code = member_of(said, "Code");
    log::error("The store of files {} answers {} {}: {}", bucket.endpoint, status, code, member_of(said, "Message"));
    return Failure(FailureKind::Unavailable, "store_refuses",
                   "The place where files are kept refuses this (" + std::to_string(status) + (code.empty() ? "" : " " + code) + "). An administrator finds in the server's log what it says.");
}

/// One request. Bytes of a good answer go to the sink; those of another one are kept, to be told.
class Exchange {
public:
    Exchange(const Bucket& bucket, const std::string& url, const std::string& sha256) : bucket_(bucket), handle_(handle_of_thread()) {
        set(CURLOPT_URL, url.c_str());
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_CONNECTTIMEOUT, connect_seconds);
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, silent_seconds);
        set(CURLOPT_AWS_SIGV4, ("aws:amz:" + bucket.region + ":s3").c_str());
        set(CURLOPT_USERPWD, (bucket.key_id + ":" + bucket.secret).c_str());
        set(CURLOPT_WRITEFUNCTION, &Exchange::receive);
        set(CURLOPT_WRITEDATA, this);
        add_header("x-amz-content-sha256: " + sha256);
    }

    template <class Setting>
    void set(CURLoption option, Setting setting) {
        curl_easy_setopt(handle_, option, setting);
    }
    void add_header(const std::string& line) { headers_.reset(curl_slist_append(headers_.release(), line.c_str())); }

    /// Answers the status. Throws when there is no answer.
    long run(const std::function<void(std::string_view)>& sink) {
        sink_ = &sink;
        set(CURLOPT_HTTPHEADER, headers_.get());
        const CURLcode code = curl_easy_perform(handle_);
        if (thrown_) std::rethrow_exception(thrown_);
        if (code != CURLE_OK) throw away(bucket_, curl_easy_strerror(code));
        return status();
    }
    const std::string& problem() const { return problem_; }

private:
    long status() const {
        long status = 0;
        curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
        return status;
    }

    static std::size_t receive(const char* bytes, std::size_t, std::size_t count, void* self) {
        auto& exchange = *static_cast<Exchange*>(self);
        const std::string_view piece(bytes, count);
        try {
            if (exchange.status() / 100 == 2) (*exchange.sink_)(piece);
            else if (exchange.problem_.size() < longest_problem) exchange.problem_.append(piece);
        } catch (...) {
            exchange.thrown_ = std::current_exception();
            return 0;
        }
        return count;
    }

    const Bucket& bucket_;
    CURL* handle_;
    std::unique_ptr<curl_slist, FreeList> headers_;
    const std::function<void(std::string_view)>* sink_ = nullptr;
    std::string problem_;
    std::exception_ptr thrown_;
};

/// Answers the status, which is one that was asked for.
template <class Try>
long persist(const Bucket& bucket, bool may_be_missing, Try&& once) {
    auto pause = first_pause;
    for (int tries = 1;; ++tries, pause *= 2) {
        try {
            auto [status, problem] = once();
            bool missing = status == 404 && may_be_missing && member_of(problem, "Code") != "NoSuchBucket";
            if (status / 100 == 2 || missing) return status;
            if (status / 100 != 5 || tries == most_tries) throw refused(bucket, status, problem);
        } catch (const Failure& failure) {
            if (failure.code() != "store_away" || tries == most_tries) throw;
        }
        std::this_thread::sleep_for(pause);
    }
}

const std::string& hash_of_nothing() {
    static const std::string hash = Sha256().finish();
    return hash;
}

const std::function<void(std::string_view)> nobody = [](std::string_view) {};

}  // namespace

std::string S3Client::url_of(const std::string& object) const { return bucket_.endpoint + "/" + bucket_.name + "/" + bucket_.prefix + object; }

void S3Client::put(const std::string& object, const std::filesystem::path& file, std::int64_t size, const std::string& sha256) const {
    persist(bucket_, false, [&] {
        std::unique_ptr<std::FILE, CloseFile> bytes(std::fopen(file.c_str(), "rbe"));
        if (!bytes) throw Failure(FailureKind::Unavailable, "unreadable_file", "The file that came in cannot be read again.");
        Exchange exchange(bucket_, url_of(object), sha256);
        exchange.set(CURLOPT_UPLOAD, 1L);
        exchange.set(CURLOPT_READDATA, bytes.get());
        exchange.set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(size));
        const long status = exchange.run(nobody);
        return std::pair(status, exchange.problem());
    });
}

bool S3Client::get(const std::string& object, const std::function<void(std::string_view)>& sink) const {
    bool begun = false;
    const std::function<void(std::string_view)> noting = [&](std::string_view bytes) {
        begun = true;
        sink(bytes);
    };
    return persist(bucket_, true, [&] {
               if (begun) throw Failure(FailureKind::Unavailable, "store_refuses", "The place where files are kept broke off in the middle of this one. Try again in a minute.");
               Exchange exchange(bucket_, url_of(object), hash_of_nothing());
               const long status = exchange.run(noting);
               return std::pair(status, exchange.problem());
           }) != 404;
}

void S3Client::remove(const std::string& object) const {
    persist(bucket_, true, [&] {
        Exchange exchange(bucket_, url_of(object), hash_of_nothing());
        exchange.set(CURLOPT_CUSTOMREQUEST, "DELETE");
        const long status = exchange.run(nobody);
        return std::pair(status, exchange.problem());
    });
}

void S3Client::list(const std::function<void(std::string_view)>& visit) const {
    std::string last;
    for (bool more = true; more;) {
        // In the order in which they are signed.
        std::string url = bucket_.endpoint + "/" + bucket_.name + "?list-type=2&max-keys=" + std::to_string(page_);
        std::unique_ptr<char, decltype(&curl_free)> prefix(curl_easy_escape(handle_of_thread(), bucket_.prefix.c_str(), 0), &curl_free);
        std::unique_ptr<char, decltype(&curl_free)> after(curl_easy_escape(handle_of_thread(), (bucket_.prefix + last).c_str(), 0), &curl_free);
        url += std::string("&prefix=") + prefix.get() + (last.empty() ? "" : std::string("&start-after=") + after.get());
        std::string page;
        persist(bucket_, false, [&] {
            page.clear();
            Exchange exchange(bucket_, url, hash_of_nothing());
            const long status = exchange.run([&](std::string_view bytes) { page += bytes; });
            return std::pair(status, exchange.problem());
        });
        more = false;
        for (auto place = page.find("<Key>"); place != std::string::npos; place = page.find("<Key>", place + 1)) {
            std::string key = member_of(std::string_view(page).substr(place), "Key");
            if (!key.starts_with(bucket_.prefix)) continue;
            last = key.substr(bucket_.prefix.size());
            visit(last);
            more = member_of(page, "IsTruncated") == "true";
        }
    }
}

}  // namespace rapport::storage::blobs
