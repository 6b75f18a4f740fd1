// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/gestures.h"
#include "tests/ui/opened_case.h"
#include "ui/matrix/matrix_place.h"

#include <QLabel>
#include <QListView>
#include <QTableView>

/// The matrix of two partners and two permissions with evidence in one cell.
class OpenMatrix {
public:
    OpenMatrix()
    {
        memo = opened.temporary.addDocument(QStringLiteral("memo.pdf"),
                                            {QStringLiteral("Larkspur reads mail. Cedar deletes posts.")});
        model::session::CaseFile &file = opened.temporary.file();
        evidence = tag(QStringLiteral("Larkspur reads mail."));
        must(file.decide(must(model::session::linkEvidence(
            file,
            {evidence.id, {QStringLiteral("Larkspur")}, {QStringLiteral("read · mail")}, model::Stance::Supports}))));
        finding = must(file.evidence()).front().finding;
        must(file.decide(must(
            model::session::linkEvidence(file, {tag(QStringLiteral("Cedar deletes posts.")).id,
                                                {QStringLiteral("Cedar")},
                                                {QStringLiteral("delete · posts"), QStringLiteral("delete · mail")},
                                                model::Stance::Denies}))));
        place = std::make_unique<ui::matrix::MatrixPlace>(opened.open());
        place->resize(900, 600);
        place->show();
        place->focusTable();
        REQUIRE(eventually([&] { return table().isVisible() && list().model()->rowCount() == 1; }));
    }
    model::Tag tag(const QString &words)
    {
        model::session::CaseFile &file = opened.temporary.file();
        const auto decision = must(
            model::session::tagPassage(file, {opened.temporary.passage(memo, 0, words), model::TagKind::Evidence, {}}));
        must(file.decide(decision));
        return std::get<model::journal::AddTag>(decision.changes.back()).tag;
    }
    QModelIndex cellOf(const QString &partner, const QString &permission) const
    {
        const QAbstractItemModel &model = *table().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                if (model.headerData(row, Qt::Vertical).toString() == partner &&
                    model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString() == permission)
                    return model.index(row, column);
            }
        }
        return {};
    }
    /// The partners from top to bottom.
    QStringList rows() const
    {
        QStringList names;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            names += table().model()->headerData(row, Qt::Vertical).toString();
        return names;
    }
    void choose(const QString &partner, const QString &permission) const
    {
        table().setCurrentIndex(cellOf(partner, permission));
        REQUIRE(eventually([&] { return title().text() == partner + QStringLiteral(" × ") + permission; }));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(&table(), key, modifiers); }
    QTableView &table() const { return *place->findChild<QTableView *>(QStringLiteral("matrixTable")); }
    QListView &list() const { return *place->findChild<QListView *>(QStringLiteral("evidenceList")); }
    QLabel &title() const { return *place->findChild<QLabel *>(QStringLiteral("findingTitle")); }

    OpenedCase opened;
    model::Sha256 memo = model::Sha256::of({});
    model::Tag evidence{model::TagId::create(), model::TagKind::Evidence, model::Passage{memo, 0, 0, 0, 0, {}, {}, {}},
                        std::nullopt};
    model::FindingKey finding{model::SubjectId::create(), model::SubjectId::create()}; ///< Larkspur reads mail
    std::unique_ptr<ui::matrix::MatrixPlace> place;
};

inline const QString larkspur = QStringLiteral("Larkspur");
inline const QString cedar = QStringLiteral("Cedar");
inline const QString readMail = QStringLiteral("read · mail");
inline const QString deleteMail = QStringLiteral("delete · mail");
