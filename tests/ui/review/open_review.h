// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/gestures.h"
#include "model/session/inquiry.h"
#include "model/session/page_source.h"
#include "model/session/suggestions.h"
#include "tests/support/scripted_page_reader.h"
#include "tests/support/scripted_proposer.h"
#include "tests/ui/opened_case.h"
#include "ui/review/queue_model.h"
#include "ui/review/suggestion_panel.h"
#include "ui/review/suggestion_review.h"

#include <QAction>
#include <QComboBox>
#include <QListView>

/// A document of two findings, each with its three passages, before a reporter who has decided nothing. There may be a
/// last one, letter.pdf, with a page that says what is told; and between them book.pdf, whose pages say it so often
/// that the queue is hundreds of rows long.
class OpenReview {
public:
    explicit OpenReview(const QStringList &partners = {}, const QString &letter = {}, const QString &manyTimes = {})
    {
        script->pages = {QStringLiteral("Alder Bank could read messages. Birch Media never could write posts."),
                         QStringLiteral("Elsewhere"), QStringLiteral("Elsewhere")};
        memo = opened.temporary.addDocument(QStringLiteral("memo.pdf"), script->pages);
        if (!manyTimes.isEmpty())
            opened.temporary.addDocument(QStringLiteral("book.pdf"), QStringList(40, manyTimes.repeated(5)));
        if (!letter.isEmpty())
            letterDocument = opened.temporary.addDocument(QStringLiteral("letter.pdf"), {letter});
        model::session::CaseFile &file = opened.temporary.file();
        for (qsizetype i = 0; i < partners.size(); ++i)
            must(file.decide(must(
                tagPassage(file, {opened.temporary.passage(memo, 1 + static_cast<int>(i), QStringLiteral("Elsewhere")),
                                  model::TagKind::Partner, partners[i]}))));
        must(model::session::suggestEverywhere(file, must(model::session::suggestingFor(file, scriptedProposer()))));
        opened.options.proposer = [] { return scriptedProposer(); };
        model::session::CaseSession &session = opened.open();
        view = new ui::page::PageView(&window);
        panel = new ui::review::SuggestionPanel(&window);
        book = std::make_unique<ui::SubjectBook>(session);
        review = std::make_unique<ui::review::SuggestionReview>(session, *book, *view, *panel, &window);
        // The scripted findings are unlikely ones.
        panel->findChild<QComboBox *>(QStringLiteral("queueScore"))->setCurrentIndex(0);
        QObject::connect(review.get(), &ui::review::SuggestionReview::undoWanted, &session,
                         &model::session::CaseSession::undo);
        QObject::connect(review.get(), &ui::review::SuggestionReview::passageWanted, &window,
                         [this](const model::Passage &passage) { wanted = passage; });
        QObject::connect(review.get(), &ui::review::SuggestionReview::problem, &window,
                         [this](const QString &sentence) { problem = sentence; });
        QObject::connect(review.get(), &ui::review::SuggestionReview::advice, &window,
                         [this](const QString &sentence) { advice = sentence; });
        window.resize(1000, 600);
        view->setGeometry(400, 0, 600, 600);
        view->showDocument(memo, std::vector<model::PageFrame>(3, {scriptedWidth, scriptedHeight, {}, false}),
                           std::make_unique<model::session::PageSource>(scriptedReader(script)));
        view->source()->open();
        panel->resize(400, 500);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        review->setDocument(memo);
        REQUIRE(eventually([&] { return panel->count() >= 8 && view->source()->layout(0) && isSettled(); }));
    }
    bool isSettled() const { return review->isSettled(); }
    QString rowText(int row) const { return panel->queue().index(row).data().toString(); }
    QString chosenText() const { return panel->list()->currentIndex().data().toString(); }
    bool isListed(const QString &text) const
    {
        return !panel->queue().match(panel->queue().index(0), Qt::DisplayRole, text, 1, Qt::MatchExactly).isEmpty();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(panel->list(), key, modifiers);
    }
    void goToList() const { goToList(*review); }
    static void goToList(const ui::review::SuggestionReview &review)
    {
        for (QAction *action : review.actions()) {
            if (action->objectName() == QStringLiteral("goToSuggestions"))
                action->trigger();
        }
    }
    /// Waits until all that was asked of the case so far is answered.
    void settle()
    {
        static_cast<void>(matrix());
        REQUIRE(eventually([&] { return isSettled(); }));
    }
    /// What is decided in the case.
    model::Matrix matrix()
    {
        model::session::Inquiry inquiry;
        std::optional<model::Matrix> found;
        inquiry.ask<model::Matrix>(
            opened.session(), [](const model::session::CaseFile &file) { return file.matrix(); },
            [&](const model::Result<model::Matrix> &answer) { found = *answer; });
        REQUIRE(eventually([&] { return found.has_value(); }));
        return *found;
    }

    /// The evidence of the case as it is now.
    std::vector<model::EvidenceLine> evidence()
    {
        model::session::Inquiry inquiry;
        std::optional<std::vector<model::EvidenceLine>> found;
        inquiry.ask<std::vector<model::EvidenceLine>>(
            opened.session(), [](const model::session::CaseFile &file) { return file.evidence(); },
            [&](const model::Result<std::vector<model::EvidenceLine>> &answer) { found = *answer; });
        REQUIRE(eventually([&] { return found.has_value(); }));
        return *found;
    }

    const std::shared_ptr<ReaderScript> script = std::make_shared<ReaderScript>();
    OpenedCase opened;
    model::Sha256 memo = model::Sha256::of({});
    model::Sha256 letterDocument = model::Sha256::of({});
    QWidget window;
    ui::page::PageView *view = nullptr;
    ui::review::SuggestionPanel *panel = nullptr;
    std::unique_ptr<ui::SubjectBook> book;
    std::unique_ptr<ui::review::SuggestionReview> review;
    QString problem;
    QString advice;
    std::optional<model::Passage> wanted; ///< of another document
};

inline const QString alder = QStringLiteral("Alder Bank × read · messages — supports — 25\u00a0%");
inline const QString birch = QStringLiteral("Birch Media × write · posts — denies — 25\u00a0%");
inline const QString alderLetter = QStringLiteral("Alder Bank could read messages. Alder Bank could write posts.");

/// A queue of many rows, most of them of the second of three documents.
class LongReview : public OpenReview {
public:
    LongReview()
        : OpenReview({}, alderLetter, QStringLiteral("Alder Bank could read messages. Birch Media could write posts. "))
    {
    }
    /// To the end of the queue, as fast as the rows come.
    void goToEnd()
    {
        int before = -1;
        while (before != panel->count() || !panel->queue().isComplete()) {
            before = panel->count();
            press(Qt::Key_End);
            REQUIRE(eventually([&] { return isSettled(); }));
        }
    }
};
