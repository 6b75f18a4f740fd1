// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/night_colours.h"
#include "model/session/page_reader.h"

#include <QByteArrayList>
#include <QHash>
#include <QObject>
#include <QRect>

#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

namespace model::session {

/// A part of a page at a scale: what the view paints with.
struct PageTile {
    int pageIndex = 0;         ///< from 0
    double pixelsPerPoint = 1; ///< 1 is 72 dpi
    QRect part;                ///< in pixels of the whole page at that scale
    PaperColours colours = PaperColours::Day;

    friend bool operator==(const PageTile &, const PageTile &) = default;
    friend size_t qHash(const PageTile &tile, size_t seed = 0)
    {
        return qHashMulti(seed, tile.pageIndex, tile.pixelsPerPoint, tile.part.x(), tile.part.y(), tile.part.width(),
                          tile.part.height(), static_cast<int>(tile.colours));
    }
};

/// The layout (text and boxes) of a page.
struct WantedLayout {
    int pageIndex = 0;
    friend bool operator==(const WantedLayout &, const WantedLayout &) = default;
};
using Wanted = std::variant<WantedLayout, PageTile>;

/// The pages of one open document, read on a thread of its own by a process that lives as long as this object. The view
/// says what it wants; what arrives is kept, pictures up to a number of bytes. A reader that dies or hangs costs the
/// page it was at: the page gets an error, and a fresh reader goes on.
class PageSource final : public QObject {
    Q_OBJECT
public:
    using Opener = std::function<Result<std::unique_ptr<PageReader>>()>; ///< called on the thread

    explicit PageSource(Opener open, qint64 pictureBytes = qint64(192) << 20, QObject *parent = nullptr);
    ~PageSource() override; ///< interrupts the reader and waits for the thread

    /// Opens the document with the first of the passwords that does; `opened` or `failed` follows, with what was wrong
    /// with the first. Again after NeedsPassword. The passwords are kept in memory until this object goes, for a reader
    /// that must be started again.
    void open(const QByteArrayList &passwords = {{}});

    /// Replaces what was wanted before, most urgent first; what is here already, or failed, is left out by itself.
    void want(std::vector<Wanted> wanted);
    /// The same for what is only read while nothing of that is left to read.
    void wantBehind(std::vector<Wanted> wanted);
    /// Tries the page once more after an error.
    void retry(int pageIndex);
    /// The text of the page is another now: its layout is to be wanted again. Its pictures stay.
    void forgetLayout(int pageIndex);

    const PageLayout *layout(int pageIndex) const;    ///< null until it is here
    const PagePicture *picture(const PageTile &tile); ///< null until it is here; counts as a use
    const Error *error(int pageIndex) const;          ///< null unless the page failed

Q_SIGNALS:
    void opened(const model::DocumentFacts &facts);
    void failed(const model::Error &error); ///< the document as a whole
    void layoutArrived(int pageIndex);
    void pictureArrived(int pageIndex);
    void pageFailed(int pageIndex);

private:
    struct Kept {
        PagePicture picture;
        std::list<PageTile>::iterator use;
    };
    // On the thread.
    void run(const Opener &open);
    bool ensureReader(const Opener &open);
    void fetch(const Wanted &wanted);
    void giveUp(const Wanted &wanted, const Error &error);
    // On the owner's.
    void keepLayout(int pageIndex, PageLayout layout);
    void keepPicture(const PageTile &tile, PagePicture picture);
    void arrived(const Wanted &wanted);
    void replace(std::vector<Wanted> PageSource::*list, std::vector<Wanted> wanted);
    void post(std::function<void()> act);

    const qint64 m_pictureBytes;
    qint64 m_keptBytes = 0;
    QHash<int, PageLayout> m_layouts;
    QHash<PageTile, Kept> m_pictures;
    std::list<PageTile> m_uses; ///< most recent first
    QHash<int, Error> m_errors;

    std::mutex m_mutex; ///< guards all below
    std::condition_variable m_wake;
    bool m_ending = false;
    bool m_mustOpen = false;
    bool m_isOpen = false;
    QByteArrayList m_passwords;
    std::vector<Wanted> m_wanted;       ///< least urgent first
    std::vector<Wanted> m_wantedBehind; ///< the same
    std::vector<Wanted> m_onTheWay;     ///< taken by the thread, not yet kept
    std::unique_ptr<PageReader> m_reader;
    std::thread m_thread;
};

} // namespace model::session
