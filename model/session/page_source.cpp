// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/page_source.h"

#include <algorithm>

namespace model::session {
namespace {

int pageOf(const Wanted &wanted)
{
    return std::visit([](const auto &one) { return one.pageIndex; }, wanted);
}

/// The reader's process is gone after these; the document itself may be well.
bool endsReader(ErrorKind kind)
{
    return kind == ErrorKind::TimedOut || kind == ErrorKind::Crashed || kind == ErrorKind::TooLarge;
}

/// Of the first password that opens the document, else what was wrong with the first.
Result<DocumentFacts> factsWith(PageReader &reader, const QByteArrayList &passwords)
{
    Result<DocumentFacts> facts = reader.facts(passwords.value(0));
    for (qsizetype i = 1; i < passwords.size() && !facts && facts.error().kind == ErrorKind::NeedsPassword; ++i) {
        if (auto opened = reader.facts(passwords[i]))
            facts = std::move(opened);
    }
    return facts;
}

} // namespace

PageSource::PageSource(Opener open, qint64 pictureBytes, QObject *parent)
    : QObject(parent)
    , m_pictureBytes(pictureBytes)
    , m_thread([this, open = std::move(open)] { run(open); })
{
}

PageSource::~PageSource()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        if (m_reader)
            m_reader->interrupt();
    }
    m_wake.notify_all();
    m_thread.join();
}

void PageSource::open(const QByteArrayList &passwords)
{
    {
        const std::lock_guard lock(m_mutex);
        m_passwords = passwords;
        m_mustOpen = true;
    }
    m_wake.notify_all();
}

void PageSource::want(std::vector<Wanted> wanted)
{
    replace(&PageSource::m_wanted, std::move(wanted));
}

void PageSource::wantBehind(std::vector<Wanted> wanted)
{
    replace(&PageSource::m_wantedBehind, std::move(wanted));
}

void PageSource::replace(std::vector<Wanted> PageSource::*list, std::vector<Wanted> wanted)
{
    std::erase_if(wanted, [this](const Wanted &one) {
        if (m_errors.contains(pageOf(one)))
            return true;
        const auto *tile = std::get_if<PageTile>(&one);
        return tile ? m_pictures.contains(*tile) : m_layouts.contains(pageOf(one));
    });
    std::reverse(wanted.begin(), wanted.end());
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(wanted, [this](const Wanted &one) {
            return std::find(m_onTheWay.begin(), m_onTheWay.end(), one) != m_onTheWay.end();
        });
        this->*list = std::move(wanted);
    }
    m_wake.notify_all();
}

void PageSource::retry(int pageIndex)
{
    m_errors.remove(pageIndex);
}

void PageSource::forgetLayout(int pageIndex)
{
    m_layouts.remove(pageIndex);
}

const PageLayout *PageSource::layout(int pageIndex) const
{
    const auto found = m_layouts.constFind(pageIndex);
    return found == m_layouts.constEnd() ? nullptr : &*found;
}

const PagePicture *PageSource::picture(const PageTile &tile)
{
    const auto found = m_pictures.find(tile);
    if (found == m_pictures.end())
        return nullptr;
    m_uses.splice(m_uses.begin(), m_uses, found->use);
    return &found->picture;
}

const Error *PageSource::error(int pageIndex) const
{
    const auto found = m_errors.constFind(pageIndex);
    return found == m_errors.constEnd() ? nullptr : &*found;
}

void PageSource::post(std::function<void()> act)
{
    QMetaObject::invokeMethod(this, std::move(act), Qt::QueuedConnection);
}

void PageSource::arrived(const Wanted &wanted)
{
    const std::lock_guard lock(m_mutex);
    std::erase(m_onTheWay, wanted);
}

void PageSource::keepLayout(int pageIndex, PageLayout layout)
{
    arrived(WantedLayout{pageIndex});
    m_layouts.insert(pageIndex, std::move(layout));
    Q_EMIT layoutArrived(pageIndex);
}

void PageSource::keepPicture(const PageTile &tile, PagePicture picture)
{
    arrived(tile);
    if (m_pictures.contains(tile))
        return;
    m_keptBytes += picture.pixels.size();
    m_uses.push_front(tile);
    m_pictures.insert(tile, {std::move(picture), m_uses.begin()});
    while (m_keptBytes > m_pictureBytes && m_uses.size() > 1) {
        m_keptBytes -= m_pictures.take(m_uses.back()).picture.pixels.size();
        m_uses.pop_back();
    }
    Q_EMIT pictureArrived(tile.pageIndex);
}

void PageSource::run(const Opener &open)
{
    for (;;) {
        bool mustOpen = false;
        std::optional<Wanted> wanted;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] {
                return m_ending || m_mustOpen || (m_isOpen && !(m_wanted.empty() && m_wantedBehind.empty()));
            });
            if (m_ending)
                break;
            mustOpen = std::exchange(m_mustOpen, false);
            if (!mustOpen) {
                std::vector<Wanted> &list = m_wanted.empty() ? m_wantedBehind : m_wanted;
                wanted = list.back();
                list.pop_back();
                m_onTheWay.push_back(*wanted);
            }
        }
        if (mustOpen) {
            if (m_reader) {
                const std::lock_guard lock(m_mutex);
                m_reader.reset();
            }
            ensureReader(open);
        } else if (ensureReader(open)) {
            fetch(*wanted);
        } else {
            arrived(*wanted);
        }
    }
    const std::lock_guard lock(m_mutex);
    m_reader.reset();
}

bool PageSource::ensureReader(const Opener &open)
{
    if (m_reader)
        return true;
    const auto fail = [this](const Error &error) {
        {
            const std::lock_guard lock(m_mutex);
            m_isOpen = false;
            m_reader.reset();
        }
        if (error.kind != ErrorKind::Cancelled)
            post([this, error] { Q_EMIT failed(error); });
        return false;
    };
    auto reader = open();
    if (!reader)
        return fail(reader.error());
    QByteArrayList passwords;
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending)
            return false;
        m_reader = *std::move(reader);
        passwords = m_passwords;
    }
    const Result<DocumentFacts> facts = factsWith(*m_reader, passwords);
    if (!facts)
        return fail(facts.error());
    const std::lock_guard lock(m_mutex);
    if (!std::exchange(m_isOpen, true))
        post([this, facts = *facts] { Q_EMIT opened(facts); });
    return true;
}

void PageSource::fetch(const Wanted &wanted)
{
    if (const auto *tile = std::get_if<PageTile>(&wanted)) {
        reader::RenderRequest request;
        request.pageIndex = tile->pageIndex;
        request.pixelsPerPoint = tile->pixelsPerPoint;
        request.part = tile->part;
        Result<PagePicture> picture = m_reader->render(request);
        if (picture && tile->colours == PaperColours::Night)
            turnToNight(*picture);
        if (picture)
            post([this, one = *tile, picture = *std::move(picture)] { keepPicture(one, picture); });
        else
            giveUp(wanted, picture.error());
        return;
    }
    const int pageIndex = pageOf(wanted);
    Result<PageLayout> layout = m_reader->pageLayout(pageIndex);
    if (layout)
        post([this, pageIndex, layout = *std::move(layout)] { keepLayout(pageIndex, layout); });
    else
        giveUp(wanted, layout.error());
}

void PageSource::giveUp(const Wanted &wanted, const Error &error)
{
    const int pageIndex = pageOf(wanted);
    arrived(wanted);
    if (error.kind == ErrorKind::Cancelled)
        return;
    {
        const std::lock_guard lock(m_mutex);
        for (std::vector<Wanted> *list : {&m_wanted, &m_wantedBehind})
            std::erase_if(*list, [pageIndex](const Wanted &one) { return pageOf(one) == pageIndex; });
        if (endsReader(error.kind))
            m_reader.reset();
    }
    post([this, pageIndex, error] {
        m_errors.insert(pageIndex, error);
        Q_EMIT pageFailed(pageIndex);
    });
}

} // namespace model::session
